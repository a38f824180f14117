/**
 * The quantile of Student's t distribution with a whole number of degrees of freedom, by halving an interval.
 * @param p in (0.5, 1)
 * @param freedom 1 or more
 */
export function studentQuantile(p: number, freedom: number): number {
  if (!(p > 0.5 && p < 1) || !Number.isInteger(freedom) || freedom < 1)
    throw new RangeError(`There is no quantile at ${p} with ${freedom} degrees of freedom.`);
  // As angles: tan takes 0..π/2 to all of t, however heavy the tail.
  let [low, high] = [0, Math.PI / 2];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (centralShare(middle, freedom) < 2 * p - 1) low = middle;
    else high = middle;
  }
  return Math.tan((low + high) / 2) * Math.sqrt(freedom);
}

/**
 * P(|T| < t) for t = tan(angle) · √freedom.
 * Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 1964, 26.7.3 and 26.7.4.
 */
function centralShare(angle: number, freedom: number): number {
  const [sin, square] = [Math.sin(angle), Math.cos(angle) ** 2];
  const isOdd = freedom % 2 === 1;
  let term = isOdd ? Math.cos(angle) : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k < freedom; k += 2) {
    term *= (square * (k - 1)) / k;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + sin * sum) : sin * sum;
}
