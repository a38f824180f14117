import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import wasmSimdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import wasmThreadedUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import * as tf from '@tensorflow/tfjs-core';
import { type Backend, backendNames, type DeviceReport, type MemoryReport } from '../../shared/device';
import { FoveaError } from '../../shared/errors';
import { absoluteUrl } from './absoluteUrl';
import { chooseVariants, type FoveaKernels, loadFoveaKernels } from './foveaKernels';
import { guardAllocations } from './guardAllocations';
import { registerFoveaKernels } from './registerFoveaKernels';

/** Textures that no tensor uses any more are kept for the next one up to this many bytes, then deleted. */
const texturePoolBytes = 256 * 1024 * 1024;

const load: Record<Backend, () => Promise<unknown>> = {
  webgl: async () => {
    await import('@tensorflow/tfjs-backend-webgl');
    // The flag is known only once the backend has registered it.
    tf.env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', texturePoolBytes);
  },
  webgpu: () => import('@tensorflow/tfjs-backend-webgpu'),
  wasm: async () => {
    const { setThreadsCount, setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
    setWasmPaths({
      'tfjs-backend-wasm.wasm': absoluteUrl(wasmUrl),
      'tfjs-backend-wasm-simd.wasm': absoluteUrl(wasmSimdUrl),
      'tfjs-backend-wasm-threaded-simd.wasm': absoluteUrl(wasmThreadedUrl),
    });
    // Filters are independent of each other: one worker a core scales, threads inside a worker would only compete.
    setThreadsCount(1);
  },
  cpu: () => import('@tensorflow/tfjs-backend-cpu'),
};

/**
 * Opens the device of this worker and says what it is.
 * @param onLost called once if the device is lost for good (a lost WebGL context)
 * @throws FoveaError if the browser cannot offer this backend
 */
export async function openDevice(backend: Backend, onLost: (reason: string) => void): Promise<DeviceReport> {
  // Without it every operation checks its arguments again, which costs as much as a small kernel.
  tf.enableProdMode();
  try {
    await load[backend]();
    // `setBackend` may answer false while `getBackend` names the backend all the same.
    if (!(await tf.setBackend(backend))) throw new Error('setBackend answered false');
    await tf.ready();
  } catch (cause) {
    throw new FoveaError(
      `This browser could not start ${backendNames[backend]}.`,
      'Choose another device in the device menu.',
      { cause },
    );
  }
  if (backend === 'webgl') watchContext(onLost);
  if (backend === 'webgpu') watchGpu(onLost);
  if (backend === 'wasm') guardAllocations();
  const report = await describe(backend);
  return backend === 'wasm' ? { ...report, kernels: [...(await addOurKernels()), ...report.kernels] } : report;
}

/** The fastest variant that loads and compiles; null where none does. */
async function loadOurKernels(): Promise<FoveaKernels | null> {
  for (const variant of await chooseVariants()) {
    try {
      return await loadFoveaKernels(variant);
    } catch (error) {
      console.warn(`Fovea: its ${variant} kernels could not be loaded.`, error);
    }
  }
  return null;
}

/**
 * Puts our own kernels in the place of TensorFlow.js's.
 * @returns the name of the compiled ones; empty where they cannot be had, which is slower and no error
 */
async function addOurKernels(): Promise<string[]> {
  const kernels = await loadOurKernels();
  registerFoveaKernels(kernels);
  return kernels ? [`fovea-winograd-${kernels.variant}`] : [];
}

function context(): WebGL2RenderingContext {
  return (tf.backend() as unknown as { gpgpu: { gl: WebGL2RenderingContext } }).gpgpu.gl;
}

function watchContext(onLost: (reason: string) => void): void {
  context().canvas.addEventListener('webglcontextlost', () => onLost('The WebGL context was lost.'), { once: true });
}

function watchGpu(onLost: (reason: string) => void): void {
  const { device } = tf.backend() as unknown as { device: { lost: Promise<{ reason: string; message: string }> } };
  void device.lost.then(({ message }) => onLost(`The WebGPU device was lost${message === '' ? '' : ` (${message})`}.`));
}

async function describe(backend: Backend): Promise<DeviceReport> {
  switch (backend) {
    case 'webgl': {
      const gl = context();
      const extension = gl.getExtension('WEBGL_debug_renderer_info');
      const renderer = String(gl.getParameter(extension ? extension.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
      const precision = tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED') ? 'f32' : 'f16';
      return { backend, renderer, precision, kernels: ['tfjs-webgl'] };
    }
    case 'webgpu': {
      const { adapterInfo } = tf.backend() as unknown as { adapterInfo?: { intelGPUGeneration?: number } & object };
      const name = adapterInfo && 'gpuVendor' in adapterInfo ? String(adapterInfo.gpuVendor) : 'WebGPU';
      return { backend, renderer: name || 'WebGPU', precision: 'f32', kernels: ['tfjs-webgpu'] };
    }
    case 'wasm': {
      const simd = await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT');
      const renderer = simd ? 'WebAssembly SIMD' : 'WebAssembly';
      return { backend, renderer, precision: 'f32', kernels: [simd ? 'tfjs-wasm-simd' : 'tfjs-wasm'] };
    }
    case 'cpu':
      return { backend, renderer: 'JavaScript', precision: 'f32', kernels: ['tfjs-cpu'] };
  }
}

/** What the tensors of this worker hold now. */
export function memoryReport(): MemoryReport {
  const memory = tf.memory() as tf.MemoryInfo & { numBytesInGPU?: number };
  const backend = tf.backend() as unknown as { wasm?: { HEAPU8: Uint8Array } };
  return {
    tensors: memory.numTensors,
    tensorBytes: memory.numBytes,
    deviceBytes: memory.numBytesInGPU ?? backend.wasm?.HEAPU8.byteLength ?? memory.numBytes,
  };
}
