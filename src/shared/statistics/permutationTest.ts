import type { Random } from '../random';

/** Splits that are all tried where there are no more; C(16, 8) = 12,870. */
const mostSplits = 20_000;

/**
 * Two-sided permutation tests of several quantities on the same persons: how often a random split of all persons into
 * groups of these sizes gives a Welch t at least as large as the observed one. Studentised, so that the size is right
 * for equal means even where variances and group sizes differ (A. Janssen, “Studentized permutation tests for
 * non-i.i.d. hypotheses and the generalized Behrens–Fisher problem”, Statistics & Probability Letters 36, 1997), and
 * exact where the groups are alike in all. With 20,000 splits or fewer all are tried, the observed one among them;
 * otherwise `draws` random ones, and p = (b + 1) / (draws + 1) (B. Phipson and G. K. Smyth, “Permutation p-values
 * should never be zero”, 2010).
 * @param columns for each quantity a value a person, those of the first group first
 * @param first persons in the first group
 * @returns p of each quantity; 1 for groups that are empty
 */
export function permutationTest(
  columns: readonly Float64Array[],
  first: number,
  { draws, random }: { readonly draws: number; readonly random: Random },
): readonly number[] {
  const persons = columns[0]?.length ?? 0;
  if (first === 0 || first === persons) return columns.map(() => 1);
  const test = columns.map((values) => new SplitCounter(values, first));
  const isExact = choose(persons, first) <= mostSplits;
  if (isExact) forEachSubset(persons, first, (chosen) => count(test, chosen));
  else drawSubsets(persons, first, draws, random, (chosen) => count(test, chosen));
  return test.map((one) => (isExact ? one.reached / one.tried : (one.reached + 1) / (one.tried + 1)));
}

function count(test: readonly SplitCounter[], chosen: Uint32Array): void {
  for (const one of test) one.try(chosen);
}

/** Counts splits whose statistic reaches the observed one. A split is told by sums: the second group has the rest. */
class SplitCounter {
  reached = 0;
  tried = 0;
  readonly #values: Float64Array;
  readonly #second: number;
  readonly #sum: number;
  readonly #squares: number;
  readonly #observed: number;

  constructor(values: Float64Array, first: number) {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    // Centred and scaled: the statistic stays the same, and sums of squares lose nothing.
    const spread = Math.max(...values.map((value) => Math.abs(value - mean)), 0);
    const isFlat = spread <= 1e-12 * Math.abs(mean);
    this.#values = values.map((value) => (isFlat ? 0 : (value - mean) / spread));
    this.#second = values.length - first;
    this.#sum = this.#values.reduce((sum, value) => sum + value, 0);
    this.#squares = this.#values.reduce((sum, value) => sum + value * value, 0);
    this.#observed = this.#statistic(Uint32Array.from({ length: first }, (_, i) => i));
  }

  try(chosen: Uint32Array): void {
    this.tried += 1;
    // Equal splits in another order differ by rounding.
    if (this.#statistic(chosen) >= this.#observed * (1 - 1e-9) - 1e-12) this.reached += 1;
  }

  /** |Welch t|; without any spread within the groups 0 or infinite. */
  #statistic(chosen: Uint32Array): number {
    let [sum, squares] = [0, 0];
    for (let i = 0; i < chosen.length; i++) {
      const value = this.#values[chosen[i] as number] as number;
      sum += value;
      squares += value * value;
    }
    const [n, m] = [chosen.length, this.#second];
    const [mean, other] = [sum / n, (this.#sum - sum) / m];
    const error = squaredError(n, mean, squares) + squaredError(m, other, this.#squares - squares);
    const distance = Math.abs(mean - other);
    if (error < 1e-14) return distance < 1e-9 ? 0 : Number.POSITIVE_INFINITY;
    return distance / Math.sqrt(error);
  }
}

/** Variance / n; of a single value 0. */
const squaredError = (n: number, mean: number, squares: number): number =>
  n < 2 ? 0 : Math.max(0, squares - n * mean * mean) / (n - 1) / n;

/** How many ways there are to choose k of n. */
export function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) ways = (ways * (n - Math.min(k, n - k) + i)) / i;
  return Math.round(ways);
}

/** In lexicographic order; the array is used again. */
function forEachSubset(n: number, k: number, see: (chosen: Uint32Array) => void): void {
  const chosen = Uint32Array.from({ length: k }, (_, i) => i);
  for (;;) {
    see(chosen);
    let i = k - 1;
    while (i >= 0 && chosen[i] === n - k + i) i -= 1;
    if (i < 0) return;
    chosen[i] = (chosen[i] as number) + 1;
    for (let j = i + 1; j < k; j++) chosen[j] = (chosen[j - 1] as number) + 1;
  }
}

/** Uniform ones, by the first k steps of Fisher and Yates' shuffle; the array is used again. */
function drawSubsets(n: number, k: number, draws: number, random: Random, see: (chosen: Uint32Array) => void): void {
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < k; i++) {
      const j = i + Math.floor((n - i) * random());
      const other = order[j] as number;
      order[j] = order[i] as number;
      order[i] = other;
    }
    see(order.subarray(0, k));
  }
}
