import { matMul, reshape, type Tensor, tensor } from '../../kernels/tensor';
import type { ResizeNode } from '../graph';
import { at, type Rule } from './rule';

/** Height and width of the result. */
function sizeOf({ cells, factors = [1, 1] }: ResizeNode, height: number, width: number): readonly [number, number] {
  return cells ?? [height * factors[0], width * factors[1]];
}

/**
 * The share of each of `from` cells in each of `to`, along one axis: [to, from], row-major. Resizing is linear and
 * separable, so it is this matrix from the left for the rows, and one for the columns; its gradient is the transposed.
 */
export function resizeMatrix(
  { method, alignCorners, halfPixelCenters }: ResizeNode,
  from: number,
  to: number,
): Float32Array {
  const matrix = new Float32Array(to * from);
  for (let i = 0; i < to; i++) {
    const source =
      alignCorners && to > 1 ? (i * (from - 1)) / (to - 1) : ((i + (halfPixelCenters ? 0.5 : 0)) * from) / to;
    const row = i * from;
    if (method === 'nearest') {
      const nearest = alignCorners ? Math.round(source) : Math.floor(source);
      matrix[row + Math.min(from - 1, nearest)] = 1;
      continue;
    }
    const exact = halfPixelCenters && !(alignCorners && to > 1) ? source - 0.5 : source;
    const [low, high] = [Math.max(0, Math.floor(exact)), Math.min(from - 1, Math.ceil(exact))];
    const share = exact - Math.floor(exact);
    matrix[row + low] = (matrix[row + low] ?? 0) + 1 - share;
    matrix[row + high] = (matrix[row + high] ?? 0) + share;
  }
  return matrix;
}

/** matrix · x for each of a batch: x [batch, rows, columns]. */
const multiply = (matrix: Tensor, x: Tensor, transposed: boolean): Tensor =>
  matMul(matrix as never, x as never, transposed, false) as Tensor;

/** Rows, then columns; both as matrix products, which every backend has with the same definition. */
function resample(node: ResizeNode, x: Tensor, input: readonly [number, number], backwards: boolean): Tensor {
  const [batch = 1, rows = 1, columns = 1, channels = 1] = x.shape;
  const size = sizeOf(node, ...input);
  const [height, width] = backwards ? input : size;
  const matrix = (axis: 0 | 1) => tensor(resizeMatrix(node, input[axis], size[axis]), [1, size[axis], input[axis]]);
  const tall = multiply(matrix(0), reshape(x, [batch, rows, columns * channels]), backwards);
  const wide = multiply(matrix(1), reshape(tall, [batch * height, columns, channels]), backwards);
  return reshape(wide, [batch, height, width, channels]);
}

/** A picture in another size. */
export const resize: Rule<ResizeNode> = {
  shape: (node, inputs) => {
    const [height = 0, width = 0, channels = 0] = at(inputs, 0);
    return [...sizeOf(node, height, width), channels];
  },
  forward: (node, inputs) => {
    const [, height = 1, width = 1] = at(inputs, 0).shape;
    return resample(node, at(inputs, 0), [height, width], false);
  },
  backward: (node, { inputs, gradient }) => {
    const [, height = 1, width = 1] = at(inputs, 0).shape;
    return [resample(node, gradient, [height, width], true)];
  },
};
