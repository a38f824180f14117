/** Every interval here is for 95 %. */
export const confidence = 0.95;

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Values that a mean cannot leave: shares and rates lie in 0..1. */
export const shareBounds: Bounds = { low: 0, high: 1 };

/**
 * How far an interval that is resampled may reach, in Student's intervals of the same values: where some persons differ
 * far from all others, resamples without them have next to no spread, and their quotient with it can be any number.
 * Simulated (tests/unit/statistics/coverage.test.ts), intervals that are held here cover as often as those that are
 * not.
 */
export const farthestReach = 3;

/** An interval of a statistic from the quantiles of its studentised distance. */
interface Reach extends Bounds {
  /** One end is where it is because no interval reaches farther. */
  readonly bounded?: true;
}

/**
 * From mean − upper · error to mean − lower · error, inside of what the mean cannot leave.
 * @param farthest of the quantiles
 */
export function reachOf(
  { mean, error, farthest }: { readonly mean: number; readonly error: number; readonly farthest: number },
  [lower, upper]: readonly [number, number],
  within: Bounds | null,
): Reach {
  const [low, high] = [mean - upper * error, mean - lower * error];
  const isBounded =
    (upper >= farthest && low > (within?.low ?? Number.NEGATIVE_INFINITY)) ||
    (lower <= -farthest && high < (within?.high ?? Number.POSITIVE_INFINITY));
  return { ...clip({ low, high }, within), ...(isBounded ? { bounded: true } : {}) };
}

export const clip = ({ low, high }: Bounds, within: Bounds | null): Bounds =>
  within === null
    ? { low, high }
    : {
        low: Math.max(within.low, Math.min(within.high, low)),
        high: Math.min(within.high, Math.max(within.low, high)),
      };
