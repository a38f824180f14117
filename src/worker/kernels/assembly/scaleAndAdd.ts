import { loadPartly, madd, storePartly } from './simd';

/** y = x × factor + addend, `count` floats each. */
export function scaleAndAdd(x: usize, addend: usize, y: usize, count: i32, factor: f32): void {
  const factors = f32x4.splat(factor);
  for (let i = 0; i < count; i += 4) {
    const left = count - i;
    storePartly(y + i * 4, madd(loadPartly(x + i * 4, left), factors, loadPartly(addend + i * 4, left)), left);
  }
}
