/** Devices: what a worker can compute on, and what the page tells the user about it. */

export type Backend = 'webgl' | 'webgpu' | 'wasm' | 'cpu';

/** Backends as people know them. */
export const backendNames: Readonly<Record<Backend, string>> = {
  webgl: 'WebGL',
  webgpu: 'WebGPU',
  wasm: 'WebAssembly',
  cpu: 'JavaScript',
};

/** One worker's device. */
export interface DeviceReport {
  readonly backend: Backend;
  /** The unmasked WebGL renderer, the WebAssembly flavour, … */
  readonly renderer: string;
  readonly precision: 'f32' | 'f16';
  /** Kernel families in use, for instance 'tfjs-wasm-simd'. */
  readonly kernels: readonly string[];
}

/** What `window.fovea.device()` answers. */
export interface DeviceInfo extends DeviceReport {
  readonly workers: number;
  /** WebAssembly workers that help a GPU on the user's request; they take from the same queue. */
  readonly helpers: number;
}

export interface MemoryReport {
  readonly tensors: number;
  /** Bytes held by tensors on the device. */
  readonly tensorBytes: number;
  /** Bytes the device has reserved: the WebAssembly heap, or textures in use and in the pool. */
  readonly deviceBytes: number;
}
