import { addN, concat, matMul, slice, type Tensor } from '@tensorflow/tfjs-core';
import { canMultiplyDense, denseGradientOnWasm, denseProductOnWasm } from './denseWasm';

/**
 * x [batch, rows] · W, where W [rows, columns] is given as blocks of rows, one below the other: Σ x_b · W_b. A matrix
 * that is too large for a texture, or to be packed beside itself in WebAssembly's memory, is multiplied so.
 */
export function denseProduct(x: Tensor, blocks: readonly Tensor[]): Tensor {
  if (canMultiplyDense()) return denseProductOnWasm(x, blocks);
  const [batch = 0] = x.shape;
  let start = 0;
  const products = blocks.map((block) => {
    const [rows = 0] = block.shape;
    const part = blocks.length === 1 ? x : slice(x, [0, start], [batch, rows]);
    start += rows;
    return multiply(part, block, false);
  });
  return products.length === 1 ? (products[0] as Tensor) : addN(products);
}

/** The gradient of `denseProduct` with respect to x: dy [batch, columns] · Wᵀ, block by block side by side. */
export function denseGradient(dy: Tensor, blocks: readonly Tensor[]): Tensor {
  if (canMultiplyDense()) return denseGradientOnWasm(dy, blocks);
  const parts = blocks.map((block) => multiply(dy, block, true));
  return parts.length === 1 ? (parts[0] as Tensor) : concat(parts, 1);
}

const multiply = (a: Tensor, b: Tensor, transposed: boolean): Tensor =>
  matMul(a as never, b as never, false, transposed) as Tensor;
