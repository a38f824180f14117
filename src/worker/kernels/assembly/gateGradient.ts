import { loadPartly, storePartly } from './simd';

/** The gradient where 0 < y < ceiling, 0 elsewhere; `count` floats each. */
export function gateGradient(gradient: usize, y: usize, result: usize, count: i32, ceiling: f32): void {
  const zero = f32x4.splat(0);
  const top = f32x4.splat(ceiling);
  for (let i = 0; i < count; i += 4) {
    const left = count - i;
    const value = loadPartly(y + i * 4, left);
    const open = v128.and(f32x4.gt(value, zero), f32x4.lt(value, top));
    storePartly(result + i * 4, v128.and(open, loadPartly(gradient + i * 4, left)), left);
  }
}
