import { countOf } from './countOf';
import type { Weight } from './graph';

/**
 * Values of a block: 32 MiB. A texture of any WebGL holds it (2²³ < 4096²), WebAssembly finds room for it in a memory
 * in pieces, and reading one lets messages in soon enough.
 */
const blockValues = 2 ** 23;

/** Some rows of a matrix, whole. */
export interface RowBlock {
  /** Unique among the blocks of a weight. */
  readonly name: string;
  /** The first of its rows. */
  readonly start: number;
  readonly rows: number;
}

/** How a matrix [rows, columns] is cut so that a device holds each piece: one block where it is small. */
export function rowBlocks(weight: Pick<Weight, 'shape'>, most = blockValues): readonly RowBlock[] {
  const [rows = 0, columns = 1] = weight.shape;
  if (countOf(weight) <= most) return [{ name: 'as is', start: 0, rows }];
  const perBlock = Math.max(1, Math.floor(most / columns));
  return Array.from({ length: Math.ceil(rows / perBlock) }, (_, i) => {
    const start = i * perBlock;
    return { name: `rows from ${start}`, start, rows: Math.min(perBlock, rows - start) };
  });
}
