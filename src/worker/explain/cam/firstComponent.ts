import { gram } from './gram';
import { largestEigenvector } from './largestEigenvector';
import type { LayerShape } from './layerShape';
import { orient } from './orient';

/**
 * Each cell's projection on the first principal component of all cells: R v, with R the height · width × channels matrix
 * of the values with centred columns and v its first right-singular vector. All zero where every channel is constant.
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
  if (found === null) return new Float64Array(cells);
  const { value, vector } = found;
  const projection = byChannels ? project(centred, vector, cells) : vector.map((u) => Math.sqrt(value) * u);
  return orient(projection, centred, channels);
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

function project(matrix: Float64Array, vector: Float64Array, rows: number): Float64Array {
  const columns = vector.length;
  return Float64Array.from({ length: rows }, (_, row) => {
    let sum = 0;
    for (let column = 0; column < columns; column++)
      sum += (matrix[row * columns + column] ?? 0) * (vector[column] ?? 0);
    return sum;
  });
}
