import type { Backend } from '../../shared/device';
import { type DeviceProbe, isSoftwareRenderer } from './deviceProbe';

/** A device to open: its backend and how many workers share it. */
export interface DeviceChoice {
  readonly backend: Backend;
  readonly workers: number;
}

/** Milliseconds that one worker took for the calibration job; null where the device failed. */
export interface Calibration {
  readonly webgl: number | null;
  readonly wasm: number | null;
}

/** More workers than this cost more memory (each holds the weights) than they bring. */
const mostWorkers = 8;

/** Workers for a backend: a GPU has one queue; a CPU gets one single-threaded worker a core. */
export function workersFor(backend: Backend, probe: DeviceProbe): number {
  if (backend === 'webgl' || backend === 'webgpu') return 1;
  return Math.max(1, Math.min(mostWorkers, probe.cores));
}

/** WebAssembly workers that help a GPU: one core is left to the page and to the GPU's driver. */
export function helpersFor({ backend }: DeviceChoice, probe: DeviceProbe): number {
  if ((backend !== 'webgl' && backend !== 'webgpu') || !probe.wasm) return 0;
  return Math.max(1, workersFor('wasm', probe) - 1);
}

/** The devices worth a calibration: both, where a real GPU may or may not be faster than the cores. */
export function plausibleBackends(probe: DeviceProbe): readonly ('webgl' | 'wasm' | 'cpu')[] {
  const gpu = probe.renderer !== null && !isSoftwareRenderer(probe.renderer);
  if (gpu && probe.wasm) return ['webgl', 'wasm'];
  if (gpu) return ['webgl'];
  return probe.wasm ? ['wasm'] : ['cpu'];
}

/** The faster of the two for independent filters: all the cores together against the one GPU. */
export function fasterBackend(calibration: Calibration, wasmWorkers: number): Backend {
  const { webgl, wasm } = calibration;
  if (webgl === null) return wasm === null ? 'cpu' : 'wasm';
  if (wasm === null) return 'webgl';
  return webgl <= wasm / wasmWorkers ? 'webgl' : 'wasm';
}
