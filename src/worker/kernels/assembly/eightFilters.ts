import { panelColumns } from './panels';
import { loadPartly, madd, roundUp } from './simd';

/** Bytes that `transformEightFilters` writes. */
export function eightFiltersBytes(channels: i32, filters: i32, stride: i32): i32 {
  return 64 * roundUp(filters, panelColumns) * roundUp(stride * stride * channels, 4) * 4;
}

/**
 * U = G g Gᵀ for every phase, channel and filter (see `winogradEight`). Phase (r, r') has the taps (stride · t + r,
 * stride · t' + r'), at most four by four; those outside the window are zero.
 * @param from [window, window, channels, filters]
 * @param to [64][filters / 8][phases · channels, rounded up to 4][8]: panels of B for `multiplyPanel`, filled up with
 *   zeros
 * @param scratch 48 vectors
 */
export function transformEightFilters(
  from: usize,
  to: usize,
  window: i32,
  stride: i32,
  channels: i32,
  filters: i32,
  scratch: usize,
): void {
  const depth = roundUp(stride * stride * channels, 4);
  const width = roundUp(filters, panelColumns);
  const position: usize = width * depth * 4;
  for (let filter = 0; filter < width; filter += 4) {
    const count = min(filters - filter, 4);
    const panel = to + (filter / 8) * depth * 32 + (filter % 8) * 4;
    for (let c = 0; c < depth; c++) {
      const phase = c / channels;
      const inside = phase < stride * stride && count > 0;
      for (let i: i32 = 0; i < 16; i++) {
        const y = (i >> 2) * stride + phase / stride;
        const x = (i & 3) * stride + (phase % stride);
        let tap = f32x4.splat(0);
        if (inside && y < window && x < window) {
          tap = loadPartly(from + (((y * window + x) * channels + (c % channels)) * filters + filter) * 4, count);
        }
        v128.store(scratch + i * 16, tap);
      }
      transformTaps(scratch, panel + c * 32, position, window <= 3 * stride);
    }
  }
}

/**
 * Sixteen taps of four filters at once, rows of four; the result's 64 positions are `position` bytes apart.
 * @param three whether there are but three by three: the last of them then stands at ∞
 */
function transformTaps(taps: usize, to: usize, position: usize, three: bool): void {
  const columns = taps + 256;
  for (let x: usize = 0; x < 4; x++) {
    const tap = taps + x * 16;
    spread(v128.load(tap), v128.load(tap, 64), v128.load(tap, 128), v128.load(tap, 192), columns + x * 16, 64, three);
  }
  for (let y: usize = 0; y < 8; y++) {
    const row = columns + y * 64;
    spread(
      v128.load(row),
      v128.load(row, 16),
      v128.load(row, 32),
      v128.load(row, 48),
      to + y * 8 * position,
      position,
      three,
    );
  }
}

/** G g for one column: at the points 0, ±1, ±½, ±2 and ∞, each divided by its differences from the others. */
// @ts-ignore: AssemblyScript's decorator
@inline
function spread(g0: v128, g1: v128, g2: v128, g3: v128, to: usize, step: usize, three: bool): void {
  v128.store(to, f32x4.neg(g0));
  spreadPair(g0, g1, g2, g3, 1, -1.0 / 4.5, to + step, step);
  spreadPair(g0, g1, g2, g3, 0.5, 1.0 / 1.40625, to + 3 * step, step);
  spreadPair(g0, g1, g2, g3, 2, 1.0 / 90.0, to + 5 * step, step);
  v128.store(to + 7 * step, three ? g2 : g3);
}

// @ts-ignore: AssemblyScript's decorator
@inline
function spreadPair(
  g0: v128,
  g1: v128,
  g2: v128,
  g3: v128,
  point: f32,
  factor: f32,
  to: usize,
  step: usize,
): void {
  const squared = f32x4.splat(point * point);
  const even = f32x4.mul(f32x4.splat(factor), madd(squared, g2, g0));
  const odd = f32x4.mul(f32x4.splat(factor * point), madd(squared, g3, g1));
  v128.store(to, f32x4.add(even, odd));
  v128.store(to + step, f32x4.sub(even, odd));
}
