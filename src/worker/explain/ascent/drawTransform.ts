import type { AscentSettings } from '../../../shared/ascent';
import { createRandom, type Random } from '../../../shared/random';
import { similarityMap } from './resample';
import type { PictureTransform } from './transformPicture';

const between = (random: Random, limit: number) => (2 * random() - 1) * limit;

/** The random transform of one step, drawn from the seed, the filter and the step alone; null if all are off. */
export function drawTransform(
  settings: AscentSettings,
  size: number,
  filter: number,
  step: number,
): PictureTransform | null {
  const { jitter, rotation, scale, seed } = settings;
  if (jitter === 0 && rotation === 0 && scale === 0) return null;
  const random = createRandom(seed, filter, step, 1);
  const [dy, dx] = [between(random, jitter), between(random, jitter)];
  if (rotation === 0 && scale === 0) return { dy: Math.round(dy), dx: Math.round(dx) };
  const angle = (between(random, rotation) * Math.PI) / 180;
  return similarityMap(size, angle, 1 + between(random, scale), dy, dx);
}
