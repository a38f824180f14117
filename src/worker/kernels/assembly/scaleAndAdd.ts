import { loadPartly, madd, storePartly } from './simd';

/** y = x × factor + addend, `count` floats each. */
export function scaleAndAdd(x: usize, addend: usize, y: usize, count: i32, factor: f32): void {
  const factors = f32x4.splat(factor);
  const whole = count & ~3;
  for (let i = 0; i < whole; i += 4) {
    v128.store(y, madd(v128.load(x), factors, v128.load(addend)));
    x += 16;
    addend += 16;
    y += 16;
  }
  const left = count - whole;
  if (left > 0) storePartly(y, madd(loadPartly(x, left), factors, loadPartly(addend, left)), left);
}
