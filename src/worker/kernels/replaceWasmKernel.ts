import {
  getKernel,
  type KernelConfig,
  type KernelFunc,
  registerKernel,
  type TensorInfo,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import type { WasmKernelArguments } from './wasmMemory';

/** TensorFlow.js's own kernels by name, from before the first replacement. */
const originals = new Map<string, KernelConfig>();

/**
 * Puts a kernel of ours in the place of TensorFlow.js's on WASM, which goes on serving the calls for which ours answers
 * null. Replacing again replaces ours.
 * @throws Error when TensorFlow.js's WASM backend has no kernel of that name
 */
export function replaceWasmKernel<Inputs, Attributes>(
  name: string,
  kernel: (call: WasmKernelArguments<Inputs, Attributes>) => TensorInfo | null,
): void {
  const theirs = originals.get(name) ?? getKernel(name, 'wasm');
  if (theirs === undefined) throw new Error(`TensorFlow.js has no kernel ${name} on WASM.`);
  originals.set(name, theirs);
  unregisterKernel(name, 'wasm');
  const kernelFunc = (call: WasmKernelArguments<Inputs, Attributes>) =>
    kernel(call) ?? theirs.kernelFunc(call as never);
  registerKernel({ ...theirs, kernelFunc: kernelFunc as unknown as KernelFunc });
}
