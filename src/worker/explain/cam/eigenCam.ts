import { firstComponent } from './firstComponent';
import type { LayerView } from './layerView';

/**
 * Eigen-CAM (Muhammad and Yeasin, IJCNN 2020): the terms of the activations' first principal component. It knows no
 * target: all targets on one input have one map.
 */
export const eigenCam = (view: LayerView): Float64Array => firstComponent(view, view.activations);
