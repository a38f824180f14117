import { sumOfProducts } from './sumOfProducts';

/** Writes Σ a·b over `count` floats as one float. */
export function innerProduct(a: usize, b: usize, result: usize, count: i32): void {
  store<f32>(result, <f32>sumOfProducts(a, b, count));
}
