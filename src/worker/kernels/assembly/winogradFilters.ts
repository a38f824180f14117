import { panelColumns } from './panels';
import { loadPartly, madd, roundUp } from './simd';

/** Bytes that `transformFilters` writes. */
export function transformedFiltersBytes(channels: i32, filters: i32): i32 {
  return 36 * roundUp(filters, panelColumns) * roundUp(channels, 4) * 4;
}

/**
 * U = G g Gᵀ for every pair of channels (see `winograd`).
 * @param from [3, 3, channels, filters]
 * @param to [36][filters / 8][channels, rounded up to 4][8]: panels of B for `multiplyPanel`, filled up with zeros
 * @param scratch 18 vectors
 */
export function transformFilters(from: usize, to: usize, channels: i32, filters: i32, scratch: usize): void {
  const depth = roundUp(channels, 4);
  const width = roundUp(filters, panelColumns);
  const position: usize = width * depth * 4;
  for (let filter = 0; filter < width; filter += 4) {
    const count = filters - filter;
    const panel = to + (filter / 8) * depth * 32 + (filter % 8) * 4;
    for (let channel = 0; channel < depth; channel++) {
      const inside = channel < channels && count > 0;
      transformFilter(
        inside ? from + (channel * filters + filter) * 4 : 0,
        channels * filters * 4,
        min(count, 4),
        panel + channel * 32,
        position,
        scratch,
      );
    }
  }
}

/** Four filters of one channel; zeros where `from` is 0. */
function transformFilter(from: usize, tap: usize, count: i32, to: usize, position: usize, scratch: usize): void {
  const zero = f32x4.splat(0);
  if (from == 0) {
    for (let p: usize = 0; p < 36; p++) v128.store(to + p * position, zero);
    return;
  }
  for (let x: usize = 0; x < 3; x++) {
    const g0 = loadPartly(from + x * tap, count);
    const g1 = loadPartly(from + (3 + x) * tap, count);
    const g2 = loadPartly(from + (6 + x) * tap, count);
    spread(g0, g1, g2, scratch + x * 16, 48);
  }
  for (let y: usize = 0; y < 6; y++) {
    const row = scratch + y * 48;
    spread(v128.load(row), v128.load(row, 16), v128.load(row, 32), to + y * 6 * position, position);
  }
}

/** G g for one column, six results `step` bytes apart. */
// @ts-ignore: AssemblyScript's decorator
@inline
function spread(g0: v128, g1: v128, g2: v128, to: usize, step: usize): void {
  const ends = f32x4.mul(madd(f32x4.splat(0.5), g2, g0), f32x4.splat(-2.0 / 3.0));
  const middle = f32x4.mul(g1, f32x4.splat(<f32>((-2.0 / 3.0) * Math.SQRT1_2)));
  const farEnds = f32x4.mul(madd(f32x4.splat(2), g2, g0), f32x4.splat(1.0 / 6.0));
  const farMiddle = f32x4.mul(g1, f32x4.splat(<f32>((1.0 / 6.0) * Math.SQRT2)));
  v128.store(to, g0);
  v128.store(to + step, f32x4.add(ends, middle));
  v128.store(to + 2 * step, f32x4.sub(ends, middle));
  v128.store(to + 3 * step, f32x4.add(farEnds, farMiddle));
  v128.store(to + 4 * step, f32x4.sub(farEnds, farMiddle));
  v128.store(to + 5 * step, g2);
}
