import { loadPartly, storePartly } from './simd';

/**
 * The gradient where 0 < y < ceiling, 0 elsewhere; `count` floats each. With an `addend`, if that is not 0, of both
 * their sum.
 */
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
  const whole = count & ~3;
  for (let i = 0; i < whole; i += 4) {
    let sum = v128.load(gradient);
    if (addend != 0) {
      sum = f32x4.add(sum, v128.load(addend));
      addend += 16;
    }
    v128.store(result, v128.and(isOpen(v128.load(y), zero, top), sum));
    gradient += 16;
    y += 16;
    result += 16;
  }
  const left = count - whole;
  if (left == 0) return;
  let sum = loadPartly(gradient, left);
  if (addend != 0) sum = f32x4.add(sum, loadPartly(addend, left));
  storePartly(result, v128.and(isOpen(loadPartly(y, left), zero, top), sum), left);
}

// @ts-ignore: AssemblyScript's decorator
@inline
function isOpen(value: v128, zero: v128, top: v128): v128 {
  return v128.and(f32x4.gt(value, zero), f32x4.lt(value, top));
}
