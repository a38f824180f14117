import { sumOverChannels } from './channels';
import type { LayerView } from './layerView';

/** HiResCAM (Draelos and Carin, 2020), before its ReLU: Σ_c g_c A_c cell by cell, the gradient not averaged. */
export const hiResCam = (view: LayerView): Float64Array =>
  sumOverChannels(view, (i) => (view.gradient[i] ?? 0) * (view.activations[i] ?? 0));
