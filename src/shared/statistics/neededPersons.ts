import { normalQuantile } from './normalQuantile';

/**
 * Persons that each of two groups needs so that a two-sided test at 5 % finds a difference of this effect size with this
 * probability: 2 (z(0.975) + z(power))² / effect² + z(0.975)² / 4, rounded up.
 * Source: W. C. Guenther, “Sample size formulas for normal theory t tests”, The American Statistician 35(4), 1981.
 * @param effect standardised difference, not 0
 */
export function neededPersons(effect: number, power = 0.8): number {
  const z = normalQuantile(0.975);
  return Math.ceil((2 * (z + normalQuantile(power)) ** 2) / effect ** 2 + z ** 2 / 4);
}
