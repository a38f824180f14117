import { resizeMap } from '../../../shared/raster/resizeMap';
import { cam } from '../cam/cam';
import { guidedBackpropagation } from './guidedBackpropagation';
import type { PixelAlgorithm } from './pixelMethod';

/**
 * Guided Grad-CAM (Selvaraju et al., 2017): guided backpropagation × the layer's Grad-CAM, bilinearly at the input's
 * size.
 */
export const guidedGradCam: PixelAlgorithm = async (signal, model, question, settings, onFraction) => {
  const { map: coarse } = await cam(signal, model, question, 'grad-cam');
  onFraction(0.5);
  const guided = await guidedBackpropagation(signal, model, question, settings, () => undefined);
  const { width, height } = guided.map;
  const heat = resizeMap(coarse, width, height, 'centres');
  onFraction(1);
  return { ...guided, map: { ...guided.map, values: guided.map.values.map((value, i) => value * (heat[i] ?? 0)) } };
};
