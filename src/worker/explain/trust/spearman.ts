/**
 * Spearman's rank correlation of two lists of one length: Pearson's correlation of the ranks, ties sharing the mean of
 * theirs. −1..1; NaN when one of the two is constant.
 */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [x, y] = [ranksOf(a), ranksOf(b)];
  // Shared or not, ranks from 1 to n have this mean.
  const mean = (x.length + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [(x[i] ?? 0) - mean, (y[i] ?? 0) - mean];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx === 0 || yy === 0 ? Number.NaN : xy / Math.sqrt(xx * yy);
}

function ranksOf(values: ArrayLike<number>): Float64Array {
  const value = (i: number) => values[i] ?? 0;
  const order = Uint32Array.from(values, (_, i) => i).sort((i, j) => value(i) - value(j));
  const ranks = new Float64Array(order.length);
  for (let first = 0; first < order.length; ) {
    let end = first + 1;
    while (end < order.length && value(order[end] ?? 0) === value(order[first] ?? 0)) end++;
    for (let i = first; i < end; i++) ranks[order[i] ?? 0] = (first + 1 + end) / 2;
    first = end;
  }
  return ranks;
}
