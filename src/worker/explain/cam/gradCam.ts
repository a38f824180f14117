import { sumOverCells, weightedTerms } from './channels';
import type { LayerView } from './layerView';

/** Grad-CAM's weight of each channel: the mean of the target's gradient over its cells, w_c = (1/n) Σ ∂y/∂A_c. */
export function gradCamWeights(view: LayerView): Float64Array {
  const cells = view.height * view.width;
  return sumOverCells(view, (i) => view.gradient[i] ?? 0).map((sum) => sum / cells);
}

/** Grad-CAM (Selvaraju et al., ICCV 2017): the terms w_c A_c, with the mean gradients as weights. */
export const gradCam = (view: LayerView): Float64Array => weightedTerms(view, view.activations, gradCamWeights(view));
