import type { TriedMask } from '../../../state/maskResults';
import { madeWith } from './madeWith';

export type LogColumn = 'id' | 'covered' | 'name' | 'probability' | 'change' | 'made';

export interface LogOrder {
  readonly column: LogColumn;
  readonly direction: 'ascending' | 'descending';
}

const keys: Readonly<Record<LogColumn, (entry: TriedMask) => number | string>> = {
  id: ({ id }) => id,
  covered: ({ covered }) => covered,
  name: ({ answer }) => answer.name ?? '',
  probability: ({ answer }) => answer.probability,
  change: ({ logitChange }) => logitChange,
  made: madeWith,
};

/** The entries by a column; equal ones stay as they were tried. */
export function sortLog(log: readonly TriedMask[], { column, direction }: LogOrder): readonly TriedMask[] {
  const key = keys[column];
  const sign = direction === 'ascending' ? 1 : -1;
  return [...log].sort((a, b) => sign * compare(key(a), key(b)));
}

function compare(a: number | string, b: number | string): number {
  if (typeof a === 'string' || typeof b === 'string')
    return String(a).localeCompare(String(b), 'en', { numeric: true });
  return a - b;
}
