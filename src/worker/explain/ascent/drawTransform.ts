import type { AscentSettings } from '../../../shared/ascent';
import { createRandom, type Random } from '../../../shared/random';
import { type PixelMap, shiftMap, similarityMap } from './resample';

const between = (random: Random, limit: number) => (2 * random() - 1) * limit;

/** The random transform of one step, drawn from the seed, the filter and the step alone; null if all are off. */
export function drawTransform(settings: AscentSettings, size: number, filter: number, step: number): PixelMap | null {
  const { jitter, rotation, scale, seed } = settings;
  if (jitter === 0 && rotation === 0 && scale === 0) return null;
  const random = createRandom(seed, filter, step, 1);
  const [dy, dx] = [between(random, jitter), between(random, jitter)];
  if (rotation === 0 && scale === 0) return shiftMap(size, Math.round(dy), Math.round(dx));
  const angle = (between(random, rotation) * Math.PI) / 180;
  return similarityMap(size, angle, 1 + between(random, scale), dy, dx);
}
