/** A rectangular part of a dataset, in the form that HDF5 calls a hyperslab. */
export interface Block {
  readonly offset: bigint[];
  readonly count: bigint[];
}

/**
 * A dataset of this shape cut into blocks of at most `limit` values, that one after the other give its values in
 * row-major order. A scalar is one block without extents.
 */
export function* blocksOf(shape: readonly number[], limit: number): Generator<Block> {
  // The first axis behind which everything fits into a block; before it, one index at a time.
  let axis = 0;
  let inner = shape.slice(1).reduce((product, extent) => product * extent, 1);
  while (inner > limit && axis < shape.length - 1) {
    axis += 1;
    inner /= shape[axis] as number;
  }
  if (shape.length === 0) {
    yield { offset: [], count: [] };
    return;
  }
  const rows = Math.max(1, Math.floor(limit / inner));
  const extent = shape[axis] as number;
  const outer = shape.slice(0, axis);
  for (const index of indices(outer)) {
    for (let row = 0; row < extent; row += rows) {
      const offset = [...index, row, ...shape.slice(axis + 1).map(() => 0)];
      const count = [...index.map(() => 1), Math.min(rows, extent - row), ...shape.slice(axis + 1)];
      yield { offset: offset.map(BigInt), count: count.map(BigInt) };
    }
  }
}

/** Every index into these extents, the last one running fastest. */
function* indices(extents: readonly number[]): Generator<number[]> {
  const [first, ...rest] = extents;
  if (first === undefined) {
    yield [];
    return;
  }
  for (let i = 0; i < first; i++) for (const index of indices(rest)) yield [i, ...index];
}
