/**
 * q-values: the smallest rate of false discoveries at which each test would be one, q_(i) = min over j ≥ i of p_(j) · m
 * / j. Source: Y. Benjamini and Y. Hochberg, “Controlling the false discovery rate”, JRSS B 57(1), 1995.
 */
export function benjaminiHochberg(p: readonly number[]): readonly number[] {
  const order = p.map((_, i) => i).sort((a, b) => (p[b] as number) - (p[a] as number));
  const q = p.map(() => 1);
  let least = 1;
  for (const [place, i] of order.entries()) {
    least = Math.min(least, ((p[i] as number) * p.length) / (p.length - place));
    q[i] = least;
  }
  return q;
}
