import { weightedTerms } from './channels';
import { gram } from './gram';
import { likeLapack } from './lapack/likeLapack';
import { largestEigenvector } from './largestEigenvector';
import type { LayerShape } from './layerShape';

/**
 * What each channel adds to each cell's projection on the first principal component of all cells: R_ic v_c, with R the
 * height · width × channels matrix of the values with centred columns and v its first right-singular vector; over the
 * channels they sum up to R v. All zero where every channel is constant. The sign of v, which is free, is the one that
 * pytorch-grad-cam has from NumPy.
 */
export function firstComponent(shape: LayerShape, values: ArrayLike<number>): Float64Array {
  const { channels } = shape;
  const cells = shape.height * shape.width;
  const centred = centreColumns(values, cells, channels);
  const byChannels = channels <= cells;
  const rows = byChannels ? transpose(centred, cells, channels) : centred;
  // Of the two Gram matrices the smaller one: R Rᵀ has u where Rᵀ R has v, and R v = σ u.
  const size = Math.min(channels, cells);
  const found = largestEigenvector(gram(rows, size), size);
  if (found === null) return new Float64Array(values.length);
  const { value, vector } = found;
  const projection = byChannels ? project(centred, vector, cells) : vector.map((u) => Math.sqrt(value) * u);
  const loadings = toUnit(loadingsOf(projection, centred, channels));
  return weightedTerms(shape, centred, likeLapack(centred, channels, loadings));
}

function centreColumns(values: ArrayLike<number>, cells: number, channels: number): Float64Array {
  const means = new Float64Array(channels);
  for (let i = 0; i < values.length; i++) means[i % channels] = (means[i % channels] ?? 0) + (values[i] ?? 0) / cells;
  return Float64Array.from(values, (value, i) => value - (means[i % channels] ?? 0));
}

function transpose(matrix: Float64Array, rows: number, columns: number): Float64Array {
  const turned = new Float64Array(matrix.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) turned[column * rows + row] = matrix[row * columns + column] ?? 0;
  }
  return turned;
}

/** Rᵀ p: with p = R v it points along v. */
function loadingsOf(projection: Float64Array, centred: Float64Array, channels: number): Float64Array {
  const loadings = new Float64Array(channels);
  for (let i = 0; i < centred.length; i++) {
    const c = i % channels;
    loadings[c] = (loadings[c] ?? 0) + (centred[i] ?? 0) * (projection[Math.floor(i / channels)] ?? 0);
  }
  return loadings;
}

function project(matrix: Float64Array, vector: Float64Array, rows: number): Float64Array {
  const columns = vector.length;
  return Float64Array.from({ length: rows }, (_, row) => {
    let sum = 0;
    for (let column = 0; column < columns; column++)
      sum += (matrix[row * columns + column] ?? 0) * (vector[column] ?? 0);
    return sum;
  });
}

function toUnit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
  return vector.map((x) => x / length);
}
