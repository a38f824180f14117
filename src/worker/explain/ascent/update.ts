import type { AscentSettings } from '../../../shared/ascent';
import { canClimb, climb } from '../../kernels/climb';
import { add, dispose, mul, sub, type Tensor, tidy } from '../../kernels/tensor';
import { adamStep, type Moments, normaliseGradient } from './optimise';
import { decayTowards, gaussianBlur, totalVariationGradient } from './regularise';

interface Ascending {
  readonly step: number;
  readonly parameters: Tensor;
  readonly moments: Moments | null;
}

/**
 * Parameters, moments and step number after one step along `gradient`, regularised. Frees the old ones.
 * The spectrum of a Fourier parameterisation is not an image: total variation, decay and blur leave it alone.
 */
export function update(before: Ascending, gradient: Tensor, settings: AscentSettings): Ascending {
  const step = before.step + 1;
  const { moments } = before;
  const [parameters, first, second] = tidy(() => {
    if (moments === null) return [regularise(before, move(before.parameters, gradient, settings), settings)];
    const adam = adamStep(normaliseGradient(gradient, settings), moments, step, settings);
    const moved = regularise(before, add(before.parameters, adam.change), settings);
    return [moved, adam.moments.first, adam.moments.second];
  });
  before.parameters.dispose();
  if (moments) dispose([moments.first, moments.second]);
  if (parameters === undefined) throw new RangeError('An update makes parameters.');
  return { step, parameters, moments: first && second ? { first, second } : null };
}

function move(parameters: Tensor, gradient: Tensor, settings: AscentSettings): Tensor {
  const { optimiser, epsilon, rate } = settings;
  if (canClimb() && optimiser !== 'adam') return climb(parameters, gradient, { norm: optimiser, epsilon, rate });
  return add(parameters, mul(normaliseGradient(gradient, settings), rate));
}

function regularise({ step, parameters }: Ascending, moved: Tensor, settings: AscentSettings): Tensor {
  const { parameterisation, totalVariation, decay, blur, steps, rate, start } = settings;
  if (parameterisation === 'fourier') return moved;
  let image = moved;
  if (totalVariation > 0) image = sub(image, mul(totalVariationGradient(parameters), rate * totalVariation));
  if (decay > 0) image = decayTowards(image, start.centre, decay);
  const sigma = blur * Math.max(0, 1 - (step + 1) / steps);
  return sigma > 0.1 ? gaussianBlur(image, sigma) : image;
}
