import type { Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import type { FoveaKernels } from './foveaKernels';
import { addressOf, hasWasmKernel, offerWasmKernel, runWasmKernel, type WasmKernelArguments } from './wasmMemory';

const productName = 'DenseProduct';
const gradientName = 'DenseGradient';

/** Whether the two below can be had here: WebAssembly with SIMD. */
export const canMultiplyDense = (): boolean => hasWasmKernel(productName);

/** A kernel's inputs have names: the blocks' are their numbers. */
const named = (blocks: readonly Tensor[]): Record<string, Tensor> => Object.fromEntries(blocks.entries());

/** x [batch, rows] · the blocks, one below the other, [rows, columns]. Nothing is packed or copied. */
export const denseProductOnWasm = (x: Tensor, blocks: readonly Tensor[]): Tensor =>
  runWasmKernel(productName, { x, ...named(blocks) }, {});

/** dy [batch, columns] · the transposed blocks: [batch, rows]. */
export const denseGradientOnWasm = (dy: Tensor, blocks: readonly Tensor[]): Tensor =>
  runWasmKernel(gradientName, { dy, ...named(blocks) }, {});

type Call<Name extends string> = WasmKernelArguments<
  { readonly [block: number]: TensorInfo } & { readonly [name in Name]: TensorInfo },
  object
>;

/** The blocks in their order, each with its first row. */
function blocksOf(inputs: { readonly [block: number]: TensorInfo }) {
  let start = 0;
  const found: { readonly block: TensorInfo; readonly start: number; readonly rows: number }[] = [];
  for (let i = 0; ; i++) {
    const block = inputs[i];
    if (block === undefined) return found;
    const [rows = 0] = block.shape;
    found.push({ block, start, rows });
    start += rows;
  }
}

function product({ exports, backend }: FoveaKernels, { inputs }: Call<'x'>): TensorInfo {
  const [batch = 0, stride = 0] = inputs.x.shape;
  const columns = inputs[0]?.shape[1] ?? 0;
  const y = backend.makeOutput([batch, columns], 'float32');
  backend.typedArrayFromHeap(y).fill(0);
  for (const { block, start, rows } of blocksOf(inputs)) {
    const from = addressOf(backend, inputs.x) + 4 * start;
    exports.denseProduct(from, addressOf(backend, block), addressOf(backend, y), batch, stride, rows, columns);
  }
  return y;
}

function gradient({ exports, backend }: FoveaKernels, { inputs }: Call<'dy'>): TensorInfo {
  const [batch = 0, columns = 0] = inputs.dy.shape;
  const blocks = blocksOf(inputs);
  const stride = blocks.reduce((sum, { rows }) => sum + rows, 0);
  const dx = backend.makeOutput([batch, stride], 'float32');
  for (const { block, start, rows } of blocks) {
    const to = addressOf(backend, dx) + 4 * start;
    exports.denseGradient(addressOf(backend, inputs.dy), addressOf(backend, block), to, batch, stride, rows, columns);
  }
  return dx;
}

export function registerDense(kernels: FoveaKernels | null): void {
  offerWasmKernel(productName, kernels, product);
  offerWasmKernel(gradientName, kernels, gradient);
}
