import { countOf } from './countOf';
import type { StoredValues, Weight } from './graph';
import { rowBlocks } from './rowBlocks';
import { storedWeight } from './storedWeight';

/** Columns that are read together: a page of filters asks for neighbours, and each reading goes over the whole file. */
const groupColumns = 64;
/** Groups that are held for one weight: 64 columns of VGG16's fc6 take 6.4 MB. */
const mostGroups = 2;

/** Columns of a group, the first ones whole after one another: [columns, rows]. */
type Group = Float32Array;

const groups = new WeakMap<StoredValues, Map<number, Group>>();
const columns = new WeakMap<StoredValues, Map<number, Weight>>();

/**
 * One column [rows, 1] of a stored matrix [rows, columns], itself stored: read when it is needed. The same column is
 * the same weight, so that what a device holds of it is found again.
 */
export function storedColumn(matrix: Weight, index: number): Weight {
  const { stored, shape } = matrix;
  if (stored === undefined) throw new RangeError('Only a stored matrix has stored columns.');
  const known = columns.get(stored) ?? new Map<number, Weight>();
  columns.set(stored, known);
  const found = known.get(index);
  if (found !== undefined) return found;
  const column = storedWeight([shape[0] ?? 0, 1], {
    read: async (signal, start, count) => {
      const [rows = 0] = shape;
      const group = await groupOf(signal, matrix, stored, Math.floor(index / groupColumns));
      const from = (index % groupColumns) * rows + start;
      return group.slice(from, from + count);
    },
  });
  known.set(index, column);
  return column;
}

async function groupOf(signal: AbortSignal, matrix: Weight, stored: StoredValues, number: number): Promise<Group> {
  const held = groups.get(stored) ?? new Map<number, Group>();
  groups.set(stored, held);
  const found = held.get(number);
  const group = found ?? (await readGroup(signal, matrix, stored, number));
  // The last used goes to the end.
  held.delete(number);
  held.set(number, group);
  for (const oldest of held.keys()) {
    if (held.size <= mostGroups) break;
    held.delete(oldest);
  }
  return group;
}

async function readGroup(signal: AbortSignal, matrix: Weight, stored: StoredValues, number: number): Promise<Group> {
  const [rows = 0, width = 0] = matrix.shape;
  const first = number * groupColumns;
  const count = Math.min(groupColumns, width - first);
  const group = new Float32Array(rows * count);
  for (const block of rowBlocks(matrix)) {
    const values = await stored.read(signal, block.start * width, countOf({ shape: [block.rows, width] }));
    for (let row = 0; row < block.rows; row++) {
      const from = row * width + first;
      for (let c = 0; c < count; c++) group[c * rows + block.start + row] = values[from + c] as number;
    }
  }
  return group;
}
