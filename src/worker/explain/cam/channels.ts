import type { LayerShape } from './layerShape';

/** weight_c × values_c at every cell, [cells, channels]. @param weights [channels] */
export function weightedTerms(
  { channels }: LayerShape,
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
): Float64Array {
  return Float64Array.from(values, (value, i) => value * (weights[i % channels] ?? 0));
}

/** Σ over the cells of term(index of the value): one value a channel. */
export function sumOverCells(shape: LayerShape, term: (index: number) => number): Float64Array {
  const sums = new Float64Array(shape.channels);
  const count = shape.height * shape.width * shape.channels;
  for (let i = 0, c = 0; i < count; i++, c = c + 1 === shape.channels ? 0 : c + 1) sums[c] = (sums[c] ?? 0) + term(i);
  return sums;
}

/** Σ over the channels of the terms [cells, channels]: one value a cell. */
export function sumOfTerms({ channels }: LayerShape, terms: Float64Array): Float64Array {
  return Float64Array.from({ length: terms.length / channels }, (_, cell) => {
    let sum = 0;
    for (let i = cell * channels; i < (cell + 1) * channels; i++) sum += terms[i] ?? 0;
    return sum;
  });
}
