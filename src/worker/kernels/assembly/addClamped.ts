import { clamp, loadPartly, storePartly } from './simd';

/** y = max(low, min(high, a + b)), `count` floats each: a sum and the activation behind it. */
export function addClamped(a: usize, b: usize, y: usize, count: i32, low: f32, high: f32): void {
  const lows = f32x4.splat(low);
  const highs = f32x4.splat(high);
  for (let i = 0; i < count; i += 4) {
    const left = count - i;
    const sum = f32x4.add(loadPartly(a + i * 4, left), loadPartly(b + i * 4, left));
    storePartly(y + i * 4, clamp(sum, lows, highs), left);
  }
}
