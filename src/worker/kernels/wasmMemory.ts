import {
  engine,
  getBackend,
  type KernelFunc,
  registerKernel,
  type Tensor,
  type TensorInfo,
} from '@tensorflow/tfjs-core';

/** The part of TensorFlow.js's WASM backend that our own kernels need: its memory, without copies. */
export interface WasmMemory {
  makeOutput(shape: readonly number[], dtype: 'float32'): TensorInfo;
  /** A view of the tensor's values; the next allocation may invalidate it. */
  typedArrayFromHeap(tensor: TensorInfo): Float32Array;
}

/** What a kernel of ours is called with. */
export interface WasmKernelArguments<Inputs, Attributes> {
  readonly inputs: Inputs;
  readonly attrs: Attributes;
  readonly backend: WasmMemory;
}

/** Makes a kernel of ours known to the WASM backend. */
export function registerWasmKernel<Inputs, Attributes>(
  kernelName: string,
  kernel: (call: WasmKernelArguments<Inputs, Attributes>) => TensorInfo,
): void {
  registerKernel({ kernelName, backendName: 'wasm', kernelFunc: kernel as unknown as KernelFunc });
}

/** True while tensors live in WASM memory, where our own kernels can reach them. */
export const onWasm = (): boolean => getBackend() === 'wasm';

/** Runs a kernel that `registerWasmKernel` made known. */
export const runWasmKernel = (name: string, inputs: Record<string, Tensor>, attributes: object): Tensor =>
  engine().runKernel(name, inputs, attributes as never) as Tensor;
