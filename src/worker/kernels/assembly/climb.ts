import { loadPartly, storePartly } from './simd';
import { sumOfProducts } from './sumOfProducts';

/**
 * One step of gradient ascent, y = x + gradient / norm × rate, `count` floats each: the first pass takes the norm, the
 * second the step.
 * @param rootMean the norm is the root mean square plus `epsilon`; otherwise the L2 norm, at least `epsilon`
 */
export function climb(
  x: usize,
  gradient: usize,
  y: usize,
  count: i32,
  rootMean: bool,
  epsilon: f64,
  rate: f32,
): void {
  const squares = sumOfProducts(gradient, gradient, count);
  const norm = rootMean ? Math.sqrt(squares / <f64>count) + epsilon : max(Math.sqrt(squares), epsilon);
  const norms = f32x4.splat(<f32>norm);
  const rates = f32x4.splat(rate);
  for (let i = 0; i < count; i += 4) {
    const left = count - i;
    const step = f32x4.mul(f32x4.div(loadPartly(gradient + i * 4, left), norms), rates);
    storePartly(y + i * 4, f32x4.add(loadPartly(x + i * 4, left), step), left);
  }
}
