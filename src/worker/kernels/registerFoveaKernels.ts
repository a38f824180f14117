import { registerAddClamped } from './addClamped';
import { registerAveragePoolGradient } from './averagePoolGradient';
import { registerBlur } from './blur';
import { registerClimb } from './climb';
import { registerConvolution } from './convolutionWasm';
import { registerDense } from './denseWasm';
import { registerDepthwiseGradient } from './depthwiseGradient';
import { registerDepthwise } from './depthwiseWasm';
import type { FoveaKernels } from './foveaKernels';
import { registerGateGradient } from './gateGradient';
import { registerIdentity } from './identityWasm';
import { registerInnerProduct } from './innerProduct';
import { registerInterleavePhases } from './interleavePhases';
import { registerMaxPoolGrad } from './maxPoolGradWasm';
import { registerMovePixels } from './movePixels';
import { registerPhaseGradient } from './phaseGradient';
import { registerScaleAndAdd } from './scaleAndAdd';
import { registerScatterGradient } from './scatterGradient';
import { registerSelectChannels } from './selectChannels';
import { registerShiftPicture } from './shiftPicture';

/** Puts our kernels to work on the WASM backend; null where the browser has no SIMD. */
export function registerFoveaKernels(kernels: FoveaKernels | null): void {
  if (kernels) {
    registerConvolution(kernels);
    registerDepthwise(kernels);
  }
  registerAddClamped(kernels);
  registerAveragePoolGradient(kernels);
  registerBlur(kernels);
  registerClimb(kernels);
  registerDense(kernels);
  registerDepthwiseGradient(kernels);
  registerGateGradient(kernels);
  registerInnerProduct(kernels);
  registerInterleavePhases(kernels);
  registerMaxPoolGrad(kernels);
  registerIdentity();
  registerMovePixels();
  registerPhaseGradient(kernels);
  registerScaleAndAdd(kernels);
  registerScatterGradient(kernels);
  registerSelectChannels(kernels);
  registerShiftPicture();
}
