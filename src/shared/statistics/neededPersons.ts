import { normalQuantile } from './normalQuantile';

/**
 * Persons that each of two groups needs so that a two-sided test finds a difference of this effect size with this
 * probability: 2 (z(1 − α / 2) + z(power))² / effect² + z(1 − α / 2)² / 4, rounded up. α is 5 % over the number of
 * tests: what the correction of Benjamini and Hochberg leaves to a difference that is the only one. Source: W. C.
 * Guenther, “Sample size formulas for normal theory t tests”, The American Statistician 35(4), 1981.
 * @param effect standardised difference, not 0
 */
export function neededPersons(effect: number, { power = 0.8, tests = 1 } = {}): number {
  const z = normalQuantile(1 - 0.05 / tests / 2);
  return Math.ceil((2 * (z + normalQuantile(power)) ** 2) / effect ** 2 + z ** 2 / 4);
}
