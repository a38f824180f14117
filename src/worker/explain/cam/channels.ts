import type { LayerShape } from './layerShape';

/** Σ over the channels of weight_c × values_c: one value a cell. @param weights [channels] */
export function weightedSum(shape: LayerShape, values: Float32Array, weights: ArrayLike<number>): Float64Array {
  const { channels } = shape;
  const cells = new Float64Array(shape.height * shape.width);
  for (let cell = 0; cell < cells.length; cell++) {
    let sum = 0;
    for (let c = 0, i = cell * channels; c < channels; c++, i++) sum += (values[i] ?? 0) * (weights[c] ?? 0);
    cells[cell] = sum;
  }
  return cells;
}

/** Σ over the cells of term(index of the value): one value a channel. */
export function sumOverCells(shape: LayerShape, term: (index: number) => number): Float64Array {
  const sums = new Float64Array(shape.channels);
  const count = shape.height * shape.width * shape.channels;
  for (let i = 0, c = 0; i < count; i++, c = c + 1 === shape.channels ? 0 : c + 1) sums[c] = (sums[c] ?? 0) + term(i);
  return sums;
}

/** Σ over the channels of term(index of the value): one value a cell. */
export function sumOverChannels(shape: LayerShape, term: (index: number) => number): Float64Array {
  const cells = new Float64Array(shape.height * shape.width);
  for (let cell = 0, i = 0; cell < cells.length; cell++) {
    let sum = 0;
    for (let c = 0; c < shape.channels; c++, i++) sum += term(i);
    cells[cell] = sum;
  }
  return cells;
}
