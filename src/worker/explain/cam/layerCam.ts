import type { LayerView } from './layerView';

/** LayerCAM (Jiang et al., IEEE TIP 2021): the terms relu(g_c) A_c cell by cell. */
export const layerCam = ({ activations, gradient }: LayerView): Float64Array =>
  Float64Array.from(activations, (a, i) => Math.max(0, gradient[i] ?? 0) * a);
