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
  const whole = count & ~3;
  for (let i = 0; i < whole; i += 4) {
    v128.store(y, step(v128.load(x), v128.load(gradient), norms, rates));
    x += 16;
    gradient += 16;
    y += 16;
  }
  const left = count - whole;
  if (left > 0) storePartly(y, step(loadPartly(x, left), loadPartly(gradient, left), norms, rates), left);
}

// @ts-ignore: AssemblyScript's decorator
@inline
function step(x: v128, gradient: v128, norm: v128, rate: v128): v128 {
  return f32x4.add(x, f32x4.mul(f32x4.div(gradient, norm), rate));
}
