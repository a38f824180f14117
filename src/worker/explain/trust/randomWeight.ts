import { normal, type Random } from '../../../shared/random';
import { breathe } from '../../breathe';
import type { Weight } from '../../network/graph';

/** Values between two looks at the messages: a large dense layer has a hundred million. */
const chunk = 1 << 18;

/**
 * Normally distributed values with the mean and the standard deviation of a weight, in its shape.
 * @throws the signal's reason when aborted
 */
export async function randomWeight(signal: AbortSignal, { shape, values }: Weight, random: Random): Promise<Weight> {
  const count = values.length;
  let [sum, squares] = [0, 0];
  await inChunks(signal, count, (i) => {
    sum += values[i] ?? 0;
  });
  const mean = sum / count;
  await inChunks(signal, count, (i) => {
    squares += ((values[i] ?? 0) - mean) ** 2;
  });
  const deviation = Math.sqrt(squares / count);
  const drawn = new Float32Array(count);
  await inChunks(signal, count, (i) => {
    drawn[i] = mean + deviation * normal(random);
  });
  return { shape, values: drawn };
}

async function inChunks(signal: AbortSignal, count: number, visit: (index: number) => void): Promise<void> {
  for (let start = 0; start < count; start += chunk) {
    await breathe(signal);
    const end = Math.min(count, start + chunk);
    for (let i = start; i < end; i++) visit(i);
  }
}
