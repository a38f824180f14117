import { regions } from '../../../../shared/face';
import type { MeasuredPhoto, StudyFailure, StudyPhoto } from '../../../../shared/people';
import type { PhotoColumn, PhotoFilter, PhotoOrder } from '../../../state/peopleView';
import type { StudyState } from '../../../state/study';

/** A line of the table. */
export interface PhotoRow {
  readonly photo: StudyPhoto;
  readonly measured: MeasuredPhoto | null;
  readonly failure: StudyFailure | null;
}

export const photoRows = (
  photos: readonly StudyPhoto[],
  { measured, failures }: Pick<StudyState, 'measured' | 'failures'>,
): readonly PhotoRow[] =>
  photos.map((photo) => ({
    photo,
    measured: measured.get(photo.id) ?? null,
    failure: failures.get(photo.id) ?? null,
  }));

/** The rows that a filter lets through. */
export function filterPhotos(rows: readonly PhotoRow[], { words, group, state }: PhotoFilter): readonly PhotoRow[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (group !== null && (row.photo.group ?? '') !== group) return false;
    if (!isIn(row, state)) return false;
    const text = [row.photo.file, personOf(row), row.photo.group ?? '', row.measured?.label ?? '']
      .join('\n')
      .toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

function isIn({ measured, failure }: PhotoRow, state: PhotoFilter['state']): boolean {
  if (state === 'wrong') return measured?.right === false;
  if (state === 'unknown') return measured?.unknown === true;
  return state === 'all' || failure !== null;
}

/** Whose photo it is: by the user's word, or as it was measured. */
export const personOf = ({ photo, measured }: PhotoRow): string => photo.person ?? measured?.person ?? '';

const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The rows in order; those without a value in the column come last either way, and equal ones keep their order. */
export function sortPhotos(rows: readonly PhotoRow[], { column, direction }: PhotoOrder): readonly PhotoRow[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => ({ row, key: keyOf(row, column) }));
  return keyed
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      const order =
        typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : compare(String(a.key), String(b.key));
      return sign * order;
    })
    .map(({ row }) => row);
}

function keyOf(row: PhotoRow, column: PhotoColumn): string | number | null {
  const { photo, measured } = row;
  switch (column) {
    case 'file':
      return photo.file;
    case 'person':
      return personOf(row) || null;
    case 'group':
      return photo.group;
    case 'label':
      return measured?.label ?? null;
    case 'probability':
      return measured?.probability ?? null;
    default:
      return measured?.regions[column] ?? null;
  }
}

/** The largest share of heat among the rows, for a common tint; at least something. */
export function mostHeat(rows: readonly PhotoRow[]): number {
  let most = Number.EPSILON;
  for (const { measured } of rows)
    if (measured !== null) for (const region of regions) most = Math.max(most, measured.regions[region]);
  return most;
}
