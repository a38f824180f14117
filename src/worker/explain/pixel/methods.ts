import type { PixelMethod } from '../../../shared/explain';
import { gradient } from './gradient';
import { guidedBackpropagation } from './guidedBackpropagation';
import { guidedGradCam } from './guidedGradCam';
import { integratedGradients } from './integratedGradients';
import type { PixelAlgorithm } from './pixelMethod';
import { smoothGrad } from './smoothGrad';

export const pixelAlgorithms: Readonly<Record<PixelMethod, PixelAlgorithm>> = {
  gradient,
  'smooth-grad': smoothGrad,
  'integrated-gradients': integratedGradients,
  'guided-backpropagation': guidedBackpropagation,
  'guided-grad-cam': guidedGradCam,
};
