import type { Backend } from '../../shared/device';
import type { WatchLimits } from './watchdog';

/**
 * How long a worker may be silent, by device. One layer on the CPU backend runs for many seconds without a look at the
 * messages; WebGL and WebGPU block while shaders compile.
 */
export const watchLimits: Readonly<Record<Backend, WatchLimits>> = {
  wasm: { interval: 2000, silence: 20_000, stall: 120_000 },
  webgl: { interval: 4000, silence: 60_000, stall: 120_000 },
  webgpu: { interval: 4000, silence: 60_000, stall: 120_000 },
  cpu: { interval: 4000, silence: 60_000, stall: 900_000 },
};
