import { loadPartly, storePartly } from './simd';

/** The gradient where 0 < y < ceiling, 0 elsewhere; `count` floats each. With an `addend`, if that is not 0, of both their sum. */
export function gateGradient(
  gradient: usize,
  addend: usize,
  y: usize,
  result: usize,
  count: i32,
  ceiling: f32,
): void {
  const zero = f32x4.splat(0);
  const top = f32x4.splat(ceiling);
  for (let i = 0; i < count; i += 4) {
    const left = count - i;
    const value = loadPartly(y + i * 4, left);
    const open = v128.and(f32x4.gt(value, zero), f32x4.lt(value, top));
    let sum = loadPartly(gradient + i * 4, left);
    if (addend != 0) sum = f32x4.add(sum, loadPartly(addend + i * 4, left));
    storePartly(result + i * 4, v128.and(open, sum), left);
  }
}
