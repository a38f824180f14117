import { inputGradients } from './inputGradients';
import { largestOfColours, pixelMap } from './pixelMap';
import type { PixelAlgorithm } from './pixelMethod';

/**
 * Guided backpropagation (Springenberg et al., 2015): the gradient with every ReLU passing positive gradients alone;
 * largest magnitude of the three colours, unsigned.
 */
export const guidedBackpropagation: PixelAlgorithm = async (signal, model, question, _settings, onFraction) => {
  const { input, target } = question;
  const fill = (_: number, values: Float32Array) => values.set(input);
  const request = { model, target, count: 1, fill, reluRule: 'guided' as const };
  const { sum, scores } = await inputGradients(signal, request, onFraction);
  const map = pixelMap(model.network, largestOfColours(sum), false);
  return { map, score: scores[0] ?? Number.NaN, beforeRelu: null, completeness: null };
};
