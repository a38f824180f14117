import { firstComponent } from './firstComponent';
import type { LayerView } from './layerView';

/** Eigen-Grad-CAM (pytorch-grad-cam package, 2021): the terms of the first principal component of g A. */
export const eigenGradCam = (view: LayerView): Float64Array =>
  firstComponent(
    view,
    view.activations.map((a, i) => a * (view.gradient[i] ?? 0)),
  );
