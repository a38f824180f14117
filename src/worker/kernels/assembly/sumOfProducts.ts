import { loadPartly, madd } from './simd';

/**
 * Floats that are summed in single precision; the sums of such runs are added in double, so that long ones stay exact.
 */
const run: i32 = 256;

/** Σ a·b over `count` floats. */
export function sumOfProducts(a: usize, b: usize, count: i32): f64 {
  let total: f64 = 0;
  for (let first = 0; first < count; first += run) {
    const last = min(first + run, count);
    let even = f32x4.splat(0);
    let odd = f32x4.splat(0);
    for (let i = first; i < last; i += 8) {
      even = madd(loadPartly(a + i * 4, last - i), loadPartly(b + i * 4, last - i), even);
      if (last - i > 4) odd = madd(loadPartly(a + i * 4 + 16, last - i - 4), loadPartly(b + i * 4 + 16, last - i - 4), odd);
    }
    const sum = f32x4.add(even, odd);
    total += <f64>(
      (f32x4.extract_lane(sum, 0) +
        f32x4.extract_lane(sum, 1) +
        (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3)))
    );
  }
  return total;
}
