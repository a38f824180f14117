import { registerConvolution } from './convolutionWasm';
import type { FoveaKernels } from './foveaKernels';
import { registerGateGradient } from './gateGradient';
import { registerIdentity } from './identityWasm';
import { registerInterleavePhases } from './interleavePhases';
import { registerMaxPoolGrad } from './maxPoolGradWasm';

/** Puts our kernels to work on the WASM backend; null where the browser has no SIMD. */
export function registerFoveaKernels(kernels: FoveaKernels | null): void {
  if (kernels) registerConvolution(kernels);
  registerGateGradient(kernels);
  registerInterleavePhases(kernels);
  registerMaxPoolGrad(kernels);
  registerIdentity();
}
