import type { Found } from './growMask';
import type { Judge } from './judge';
import { type PixelSet, without } from './pixelSets';

/**
 * Opens pieces of a mask again as long as the answer stays changed, those that contribute least first. The result is
 * minimal for its pieces: to open any single one brings the answer back.
 * @param cut cuts a mask into pieces
 * @param atOnce masks judged together: one more piece open in each of them
 * @param onShrunk hears of each smaller mask
 */
export async function shrinkMask(
  judge: Judge,
  start: Found,
  cut: (hidden: PixelSet) => PixelSet[],
  atOnce: number,
  onShrunk: (found: Found) => void,
): Promise<Found> {
  let found = start;
  for (;;) {
    let queue = await spare(judge, found, cut(found.hidden));
    if (queue.length === 0) return found;
    const before = found;
    while (queue.length > 0) {
      const tried = openOneByOne(found.hidden, queue.slice(0, atOnce));
      const verdicts = await judge(tried);
      const last = verdicts.findLastIndex(({ changed }) => changed);
      const [hidden, verdict] = [tried[last], verdicts[last]];
      if (hidden !== undefined && verdict !== undefined) {
        found = { hidden, verdict };
        onShrunk(found);
      }
      // The piece behind the last one that could go is needed under this mask: another round asks again.
      queue = queue.slice(last + 2);
    }
    // Only where rounding differs between a batch's places: a piece that could go alone, and then could not.
    if (found === before) return found;
  }
}

/** The pieces that the mask can do without, each taken by itself, the one with the lowest margin left first. */
async function spare(judge: Judge, { hidden }: Found, pieces: readonly PixelSet[]): Promise<PixelSet[]> {
  const verdicts = await judge(pieces.map((piece) => without(hidden, piece)));
  return pieces
    .map((piece, i) => ({ piece, verdict: verdicts[i] }))
    .filter(({ verdict }) => verdict?.changed)
    .sort((a, b) => (a.verdict?.margin ?? 0) - (b.verdict?.margin ?? 0))
    .map(({ piece }) => piece);
}

/** The mask with the first piece open, with the first two open, and so on. */
function openOneByOne(hidden: PixelSet, pieces: readonly PixelSet[]): PixelSet[] {
  let open = hidden;
  return pieces.map((piece) => {
    open = without(open, piece);
    return open;
  });
}
