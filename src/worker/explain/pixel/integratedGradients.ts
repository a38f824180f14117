import { blackPixel } from '../inputValues';
import { outputsFor } from '../outputsFor';
import { inputGradients } from './inputGradients';
import { pixelMap } from './pixelMap';
import type { PixelAlgorithm } from './pixelMethod';

/**
 * Integrated gradients (Sundararajan et al., 2017): (x − b) × the mean gradient on the straight path from black b to
 * the input x, by the midpoint rule, summed over the three colours; signed. The map's sum tends to score(x) − score(b)
 * with more steps.
 */
export const integratedGradients: PixelAlgorithm = async (signal, model, { input, target }, settings, onFraction) => {
  const steps = Math.max(1, Math.round(settings.steps));
  const black = blackPixel(model.network.preprocessing);
  const baseline = Float32Array.from(input, (_, i) => black[i % 3] ?? 0);
  const request = {
    model,
    target,
    count: steps,
    fill: (index: number, values: Float32Array) => {
      const share = (index + 0.5) / steps;
      for (let i = 0; i < values.length; i++)
        values[i] = (baseline[i] ?? 0) + share * ((input[i] ?? 0) - (baseline[i] ?? 0));
    },
  };
  const { sum } = await inputGradients(signal, request, onFraction);
  const ends = [input, baseline];
  const outputs = await outputsFor(signal, model, target.layer, 2, (end, values) => values.set(ends[end] ?? []));
  const [score = Number.NaN, scoreOfBlack = Number.NaN] = outputs.map((output) => target.value(output));
  const part = (i: number) => (((input[i] ?? 0) - (baseline[i] ?? 0)) * (sum[i] ?? 0)) / steps;
  const map = pixelMap(model.network, (pixel) => part(3 * pixel) + part(3 * pixel + 1) + part(3 * pixel + 2), true);
  const total = map.values.reduce((all, value) => all + value, 0);
  return { map, score, beforeRelu: null, completeness: { sum: total, difference: score - scoreOfBlack } };
};
