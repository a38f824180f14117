import { clamp, loadPartly, storePartly } from './simd';

/** y = max(low, min(high, a + b)), `count` floats each: a sum and the activation behind it. */
export function addClamped(a: usize, b: usize, y: usize, count: i32, low: f32, high: f32): void {
  const lows = f32x4.splat(low);
  const highs = f32x4.splat(high);
  const whole = count & ~3;
  for (let i = 0; i < whole; i += 4) {
    v128.store(y, clamp(f32x4.add(v128.load(a), v128.load(b)), lows, highs));
    a += 16;
    b += 16;
    y += 16;
  }
  const left = count - whole;
  if (left > 0) storePartly(y, clamp(f32x4.add(loadPartly(a, left), loadPartly(b, left)), lows, highs), left);
}
