import type { LayerView } from './layerView';

/** HiResCAM (Draelos and Carin, 2020): the terms g_c A_c cell by cell, the gradient not averaged. */
export const hiResCam = ({ activations, gradient }: LayerView): Float64Array =>
  Float64Array.from(activations, (a, i) => (gradient[i] ?? 0) * a);
