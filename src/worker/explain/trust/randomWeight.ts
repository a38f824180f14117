import { normal, type Random } from '../../../shared/random';
import { breathe } from '../../breathe';
import type { Weight } from '../../network/graph';

/** Values between two looks at the messages. */
const chunk = 1 << 18;

/**
 * Normally distributed values with the mean and the standard deviation of a weight, in its shape.
 * @throws the signal's reason when aborted
 */
export async function randomWeight(signal: AbortSignal, { shape, values }: Weight, random: Random): Promise<Weight> {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const deviation = Math.sqrt(variance);
  const drawn = new Float32Array(values.length);
  for (let start = 0; start < drawn.length; start += chunk) {
    await breathe(signal);
    const end = Math.min(drawn.length, start + chunk);
    for (let i = start; i < end; i++) drawn[i] = mean + deviation * normal(random);
  }
  return { shape, values: drawn };
}
