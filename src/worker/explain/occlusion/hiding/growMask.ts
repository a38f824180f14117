import type { Judge } from './judge';
import { countOf, type PixelSet, union, without } from './pixelSets';
import type { Verdict } from './verdict';

/** A mask and what the head says under it. */
export interface Found {
  readonly hidden: PixelSet;
  readonly verdict: Verdict;
}

interface Candidate extends Found {
  readonly part: PixelSet;
  /** How much the margin fell for each newly hidden pixel, when last measured. */
  readonly gain: number;
  /** Masks that had been accepted then. */
  readonly measured: number;
}

/**
 * Greedy growth: again and again hides the part that lowers the margin most for its area, until the answer changes.
 * Gains are measured anew only for the parts that were best so far, `atOnce` at a time, until the best of all is one
 * measured under the current mask (lazy evaluation: Minoux, “Accelerated greedy algorithms”, 1978). The margin is not
 * submodular, so a part whose gain has risen unseen can be missed.
 * @param parts the candidates; they may overlap
 * @param most pixels that may be hidden
 * @param onGrown hears of each accepted mask
 * @returns null where all parts, or as much of them as may be hidden, do not change the answer
 */
export async function growMask(
  judge: Judge,
  start: Found,
  parts: readonly PixelSet[],
  atOnce: number,
  most: number,
  onGrown: (found: Found) => void,
): Promise<Found | null> {
  let found = start;
  let waiting: Candidate[] = parts.map((part) => ({
    ...start,
    part,
    gain: Number.POSITIVE_INFINITY,
    measured: -1,
  }));
  for (let accepted = 0; waiting.length > 0; accepted++) {
    while (waiting.length > 0 && waiting[0]?.measured !== accepted) {
      const stale = waiting.filter(({ measured }) => measured !== accepted).slice(0, atOnce);
      const fresh = await measure(judge, found, stale, accepted);
      waiting = [...fresh, ...waiting.filter((candidate) => !stale.includes(candidate))].sort(
        (a, b) => b.gain - a.gain,
      );
    }
    const best = waiting.shift();
    if (best === undefined || countOf(best.hidden) > most) return null;
    found = best;
    onGrown(found);
    if (found.verdict.changed) return found;
  }
  return null;
}

/** Parts that add nothing to the mask fall out. */
async function measure(
  judge: Judge,
  found: Found,
  stale: readonly Candidate[],
  measured: number,
): Promise<Candidate[]> {
  const adding = stale.filter(({ part }) => countOf(without(part, found.hidden)) > 0);
  const masks = adding.map(({ part }) => union(found.hidden, part));
  const verdicts = await judge(masks);
  return adding.flatMap(({ part }, i) => {
    const [hidden, verdict] = [masks[i], verdicts[i]];
    if (hidden === undefined || verdict === undefined) return [];
    const gain = (found.verdict.margin - verdict.margin) / (countOf(hidden) - countOf(found.hidden));
    return [{ part, hidden, verdict, gain, measured }];
  });
}
