import { createRandom, normal, type Random } from '../../../shared/random';
import { breathe } from '../../breathe';
import { countOf } from '../../network/countOf';
import type { Weight } from '../../network/graph';
import { storedWeight } from '../../network/storedWeight';

/** Values between two looks at the messages: a large dense layer has a hundred million. */
const chunk = 1 << 18;

/**
 * Normally distributed values with the mean and the standard deviation of a weight, in its shape. Those of a stored
 * weight are not held either: they are drawn again whenever they are read.
 * @throws the signal's reason when aborted; FoveaError when stored values cannot be read
 */
export async function randomWeight(signal: AbortSignal, weight: Weight, random: Random): Promise<Weight> {
  const count = countOf(weight);
  let sum = 0;
  await inChunks(signal, weight, (value) => {
    sum += value;
  });
  const mean = sum / count;
  let squares = 0;
  await inChunks(signal, weight, (value) => {
    squares += (value - mean) ** 2;
  });
  const deviation = Math.sqrt(squares / count);
  if (weight.stored !== undefined) return drawnWhenRead(weight.shape, mean, deviation, random() * 2 ** 32);
  const drawn = new Float32Array(count);
  for (let start = 0; start < count; start += chunk) {
    await breathe(signal);
    const end = Math.min(count, start + chunk);
    for (let i = start; i < end; i++) drawn[i] = mean + deviation * normal(random);
  }
  return { shape: weight.shape, values: drawn };
}

async function inChunks(signal: AbortSignal, weight: Weight, visit: (value: number) => void): Promise<void> {
  const count = countOf(weight);
  for (let start = 0; start < count; start += chunk) {
    await breathe(signal);
    const length = Math.min(count - start, chunk);
    const values = weight.stored
      ? await weight.stored.read(signal, start, length)
      : weight.values.subarray(start, start + length);
    for (let i = 0; i < length; i++) visit(values[i] as number);
  }
}

/** Each chunk has a seed of its own, so that any run of values can be drawn by itself. */
function drawnWhenRead(shape: readonly number[], mean: number, deviation: number, seed: number): Weight {
  return storedWeight(shape, {
    read: async (signal, start, count) => {
      const values = new Float32Array(count);
      for (let number = Math.floor(start / chunk); number * chunk < start + count; number++) {
        await breathe(signal);
        const random = createRandom(seed, number);
        for (let i = 0; i < chunk; i++) {
          const at = number * chunk + i - start;
          if (at >= count) break;
          const value = mean + deviation * normal(random);
          if (at >= 0) values[at] = value;
        }
      }
      return values;
    },
  });
}
