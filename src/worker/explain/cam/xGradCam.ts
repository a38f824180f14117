import { sumOverCells, weightedTerms } from './channels';
import type { LayerView } from './layerView';

/** Keeps the weight of a silent channel finite, as in the pytorch-grad-cam package. */
const epsilon = 1e-7;

/** XGrad-CAM (Fu et al., BMVC 2020): the terms w_c A_c with w_c = Σ g A / (Σ A + ε) over the cells. */
export function xGradCam(view: LayerView): Float64Array {
  const { activations, gradient } = view;
  const sums = sumOverCells(view, (i) => activations[i] ?? 0);
  const products = sumOverCells(view, (i) => (gradient[i] ?? 0) * (activations[i] ?? 0));
  return weightedTerms(
    view,
    activations,
    products.map((product, c) => product / ((sums[c] ?? 0) + epsilon)),
  );
}
