import type { CamMethod } from '../../../shared/explain';
import { eigenCam } from './eigenCam';
import { eigenGradCam } from './eigenGradCam';
import { gradCam } from './gradCam';
import { gradCamPlusPlus } from './gradCamPlusPlus';
import { hiResCam } from './hiResCam';
import { layerCam } from './layerCam';
import type { LayerView } from './layerView';
import { xGradCam } from './xGradCam';

/**
 * What each channel adds at each cell, [cells, channels]: summed over the channels it is the map before the ReLU that
 * ends every class activation map.
 */
export type CamFormula = (view: LayerView) => Float64Array;

/** The maps that activations and their gradient suffice for; Score-CAM asks the network itself. */
export const camFormulas: Readonly<Record<Exclude<CamMethod, 'score-cam'>, CamFormula>> = {
  'grad-cam': gradCam,
  'grad-cam++': gradCamPlusPlus,
  'hires-cam': hiResCam,
  'layer-cam': layerCam,
  'x-grad-cam': xGradCam,
  'eigen-cam': eigenCam,
  'eigen-grad-cam': eigenGradCam,
};
