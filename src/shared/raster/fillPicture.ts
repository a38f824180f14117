import type { Picture } from '../ascent';
import type { FillKind } from '../mask';
import { createRandom } from '../random';
import { blurPicture } from './blurPicture';

/** Standard deviation of the blur, as a share of the shorter side: wider than an eye on an aligned face. */
const blurShare = 1 / 8;

/**
 * A picture of the same size whose pixels stand in for hidden ones; alpha stays. Black is 0; mean is each channel's
 * mean over the whole picture; blur is Gaussian with a deviation of 1/8 of the shorter side; noise is uniform in
 * 0..255, each channel by itself.
 * @param seed of the noise; no other fill depends on it
 */
export function fillPicture(picture: Picture, fill: Exclude<FillKind, 'other'>, seed: number): Picture {
  switch (fill) {
    case 'black':
      return replaceColours(picture, () => 0);
    case 'mean': {
      const means = channelMeans(picture);
      return replaceColours(picture, (channel) => means[channel] ?? 0);
    }
    case 'blur':
      return blurPicture(picture, blurShare * Math.min(picture.width, picture.height));
    case 'noise': {
      const random = createRandom(seed);
      return replaceColours(picture, () => Math.floor(256 * random()));
    }
  }
}

function replaceColours(picture: Picture, colour: (channel: number) => number): Picture {
  const rgba = picture.rgba.map((alpha, i) => (i % 4 === 3 ? alpha : colour(i % 4)));
  return { ...picture, rgba };
}

function channelMeans({ rgba }: Picture): number[] {
  const sums = [0, 0, 0, 0];
  for (const [i, value] of rgba.entries()) sums[i % 4] = (sums[i % 4] ?? 0) + value;
  return sums.map((sum) => (4 * sum) / rgba.length);
}
