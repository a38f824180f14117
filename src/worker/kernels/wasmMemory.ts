import {
  type DataId,
  engine,
  getBackend,
  getKernel,
  type KernelFunc,
  registerKernel,
  type Tensor,
  type TensorInfo,
  unregisterKernel,
} from '@tensorflow/tfjs-core';

/** The part of TensorFlow.js's WASM backend that our own kernels need: its memory, without copies. */
export interface WasmMemory {
  makeOutput(shape: readonly number[], dtype: 'float32'): TensorInfo;
  /** A view of the tensor's values; the next allocation may invalidate it. */
  typedArrayFromHeap(tensor: TensorInfo): Float32Array;
  /** True if the values are gone now: other tensors may still use them. */
  disposeData(dataId: DataId, force?: boolean): boolean;
  readonly dataIdMap: { get(dataId: DataId): { readonly memoryOffset: number } };
  readonly wasm: {
    _malloc(bytes: number): number;
    _free(address: number): void;
    /** Exports of TensorFlow.js's own module. */
    readonly asm?: { readonly memory?: WebAssembly.Memory };
  };
}

/** What a kernel of ours is called with. */
export interface WasmKernelArguments<Inputs, Attributes> {
  readonly inputs: Inputs;
  readonly attrs: Attributes;
  readonly backend: WasmMemory;
}

/** Makes a kernel of ours known to the WASM backend, in the place of any other of that name. */
export function registerWasmKernel<Inputs, Attributes>(
  kernelName: string,
  kernel: (call: WasmKernelArguments<Inputs, Attributes>) => TensorInfo,
): void {
  unregisterWasmKernel(kernelName);
  registerKernel({ kernelName, backendName: 'wasm', kernelFunc: kernel as unknown as KernelFunc });
}

/** Takes such a kernel back, where the browser cannot run it. */
export function unregisterWasmKernel(kernelName: string): void {
  if (getKernel(kernelName, 'wasm')) unregisterKernel(kernelName, 'wasm');
}

/** Makes a kernel known that only our compiled ones can serve, or takes it back where the browser runs none of them. */
export function offerWasmKernel<Kernels, Inputs, Attributes>(
  kernelName: string,
  kernels: Kernels | null,
  kernel: (kernels: Kernels, call: WasmKernelArguments<Inputs, Attributes>) => TensorInfo,
): void {
  if (kernels === null) unregisterWasmKernel(kernelName);
  else registerWasmKernel(kernelName, (call: WasmKernelArguments<Inputs, Attributes>) => kernel(kernels, call));
}

/** True where a kernel of this name would run now. */
export const hasWasmKernel = (kernelName: string): boolean => onWasm() && getKernel(kernelName, 'wasm') !== undefined;

/** True while tensors live in WASM memory, where our own kernels can reach them. */
export const onWasm = (): boolean => getBackend() === 'wasm';

/**
 * Runs a kernel that gives one tensor, on WASM. TensorFlow.js's own way there keeps books for tapes, profiles and leak
 * checks, which nothing here uses, and took as long as a small kernel.
 */
export function runWasmKernel(name: string, inputs: Record<string, Tensor>, attrs: object): Tensor {
  const { backend } = engine();
  const made = getKernel(name, 'wasm').kernelFunc({ inputs, attrs: attrs as never, backend });
  return engine().makeTensorFromTensorInfo(made as TensorInfo);
}

/** Where a tensor's values begin, in bytes from the start of the memory. */
export const addressOf = (backend: WasmMemory, { dataId }: TensorInfo): number =>
  backend.dataIdMap.get(dataId).memoryOffset;

/** @throws Error that `isOutOfMemory` recognises */
export function allocate({ wasm }: WasmMemory, bytes: number): number {
  const address = wasm._malloc(bytes) >>> 0;
  if (address === 0) throw new Error(`Out of memory: could not allocate ${bytes} bytes.`);
  return address;
}
