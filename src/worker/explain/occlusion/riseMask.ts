import type { RiseSettings } from '../../../shared/mask';
import { createRandom } from '../../../shared/random';

/**
 * One of RISE's random masks (Petsiuk et al., BMVC 2018, section 3.2): a grid of cells that stay open with a chance of
 * `keep`, brought by bilinear interpolation (half-pixel centres, edges repeat) to one cell more than the input along
 * each side, and cropped to the input at a random shift of less than a cell. Each mask has its own random numbers.
 * @returns [height, width], 0 where hidden … 1 where open
 */
export function riseMask(
  { cells, keep, seed }: Pick<RiseSettings, 'cells' | 'keep' | 'seed'>,
  index: number,
  height: number,
  width: number,
): Float32Array<ArrayBuffer> {
  const random = createRandom(seed, index);
  const grid = Float32Array.from({ length: cells * cells }, () => (random() < keep ? 1 : 0));
  const down = tapsAlong(height, cells, random());
  const across = tapsAlong(width, cells, random());
  const mask = new Float32Array(height * width);
  let i = 0;
  for (const { first: top, second: bottom, share: v } of down) {
    for (const { first: left, second: right, share: u } of across) {
      const above = (grid[top * cells + left] as number) * (1 - u) + (grid[top * cells + right] as number) * u;
      const below = (grid[bottom * cells + left] as number) * (1 - u) + (grid[bottom * cells + right] as number) * u;
      mask[i++] = above * (1 - v) + below * v;
    }
  }
  return mask;
}

/** For each pixel the two cells that it lies between, and the second's share. @param chance of the shift, 0..1 */
function tapsAlong(extent: number, cells: number, chance: number) {
  const cell = Math.ceil(extent / cells);
  const shift = Math.floor(chance * cell);
  return Array.from({ length: extent }, (_, pixel) => {
    const place = ((pixel + shift + 0.5) * cells) / ((cells + 1) * cell) - 0.5;
    const inside = Math.min(cells - 1, Math.max(0, place));
    const first = Math.floor(inside);
    return { first, second: Math.min(cells - 1, first + 1), share: inside - first };
  });
}
