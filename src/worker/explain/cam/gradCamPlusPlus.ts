import { sumOverCells, weightedTerms } from './channels';
import type { LayerView } from './layerView';

/** Keeps α finite. Its size, in the gradient's own units, is that of the pytorch-grad-cam package. */
const epsilon = 1e-6;

/**
 * Grad-CAM++ (Chattopadhay et al., WACV 2018): the terms w_c A_c with w_c = Σ α relu(g) over the cells and
 * α = g² / (2 g² + (Σ A_c) g³ + ε), the closed form for exp(y), where g = ∂y/∂A and α = 0 where g = 0.
 */
export function gradCamPlusPlus(view: LayerView): Float64Array {
  const { activations, gradient, channels } = view;
  const sums = sumOverCells(view, (i) => activations[i] ?? 0);
  const weights = sumOverCells(view, (i) => {
    const g = gradient[i] ?? 0;
    if (g <= 0) return 0;
    const alpha = (g * g) / (2 * g * g + (sums[i % channels] ?? 0) * g * g * g + epsilon);
    return alpha * g;
  });
  return weightedTerms(view, activations, weights);
}
