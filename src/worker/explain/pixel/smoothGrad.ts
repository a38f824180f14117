import { createRandom, normal } from '../../../shared/random';
import { outputsFor } from '../outputsFor';
import { inputGradients } from './inputGradients';
import { largestOfColours, pixelMap } from './pixelMap';
import type { PixelAlgorithm } from './pixelMethod';

/**
 * SmoothGrad (Smilkov et al., 2017): the mean gradient over copies of the input with Gaussian noise, whose standard
 * deviation is a share of the input's own range; largest magnitude of the three colours, unsigned. The noise is seeded.
 */
export const smoothGrad: PixelAlgorithm = async (signal, model, { input, target }, settings, onFraction) => {
  const { noise, seed } = settings;
  const samples = Math.max(1, Math.round(settings.samples));
  const [low, high] = input.reduce(([a, b], x) => [Math.min(a, x), Math.max(b, x)], [Infinity, -Infinity]);
  const deviation = noise * (high - low);
  const request = {
    model,
    target,
    count: samples,
    fill: (index: number, values: Float32Array) => {
      const random = createRandom(seed, index);
      for (let i = 0; i < values.length; i++) values[i] = (input[i] ?? 0) + deviation * normal(random);
    },
  };
  const { sum } = await inputGradients(signal, request, onFraction);
  const [output] = await outputsFor(signal, model, target.layer, 1, (_, values) => values.set(input));
  const largest = largestOfColours(sum);
  const map = pixelMap(model.network, (pixel) => largest(pixel) / samples, false);
  return { map, score: target.value(output ?? new Float32Array(0)), beforeRelu: null, completeness: null };
};
