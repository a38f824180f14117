import { normal, type Random } from '../../../src/shared/random';

export const draw = (count: number, one: () => number): number[] => Array.from({ length: count }, one);
export const exponential = (random: Random) => -Math.log(1 - random());

/** Gamma variables with a whole shape are sums of exponential ones; two of them make a Beta variable. */
export function beta(random: Random, a: number, b: number): number {
  const sum = (count: number) => draw(count, () => exponential(random)).reduce((total, one) => total + one, 0);
  const first = sum(a);
  return first / (first + sum(b));
}

/** Shares and other values as people may have them, each with its true mean. */
export const populations: readonly (readonly [string, number, (random: Random) => number])[] = [
  ['normal', 3, (random) => 3 + normal(random)],
  ['symmetric shares', 0.5, (random) => beta(random, 5, 5)],
  ['skewed shares', 2 / 22, (random) => beta(random, 2, 20)],
  ['high probabilities', 20 / 22, (random) => beta(random, 20, 2)],
  ['shares that are 0 for three persons of ten', 0.7 / 11, (random) => (random() < 0.7 ? beta(random, 1, 10) : 0)],
];
