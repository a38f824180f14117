import { type DataId, Identity, type TensorInfo } from '@tensorflow/tfjs-core';
import { registerWasmKernel, type WasmKernelArguments } from './wasmMemory';

interface CountsReferences {
  incRef(dataId: DataId): void;
}

/**
 * A clone that shares its values, as on TensorFlow.js's other backends; its WASM kernel copies them. No kernel writes
 * into its inputs, and the values are freed with the last tensor that uses them.
 */
function identity({ inputs, backend }: WasmKernelArguments<{ x: TensorInfo }, unknown>): TensorInfo {
  const { dataId, shape, dtype } = inputs.x;
  (backend as unknown as CountsReferences).incRef(dataId);
  return { dataId, shape, dtype };
}

export const registerIdentity = (): void => registerWasmKernel(Identity, identity);
