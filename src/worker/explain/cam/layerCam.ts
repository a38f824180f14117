import { sumOverChannels } from './channels';
import type { LayerView } from './layerView';

/** LayerCAM (Jiang et al., IEEE TIP 2021), before its ReLU: Σ_c relu(g_c) A_c cell by cell. */
export const layerCam = (view: LayerView): Float64Array =>
  sumOverChannels(view, (i) => Math.max(0, view.gradient[i] ?? 0) * (view.activations[i] ?? 0));
