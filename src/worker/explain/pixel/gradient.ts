import { inputGradients } from './inputGradients';
import { largestOfColours, pixelMap } from './pixelMap';
import type { PixelAlgorithm } from './pixelMethod';

/**
 * The gradient at the input (Simonyan et al., 2013): largest magnitude of the three colours, pixel by pixel; unsigned.
 */
export const gradient: PixelAlgorithm = async (signal, model, { input, target }, _settings, onFraction) => {
  const request = { model, target, count: 1, fill: (_: number, values: Float32Array) => values.set(input) };
  const { sum, scores } = await inputGradients(signal, request, onFraction);
  const map = pixelMap(model.network, largestOfColours(sum), false);
  return { map, score: scores[0] ?? Number.NaN, beforeRelu: null, completeness: null };
};
