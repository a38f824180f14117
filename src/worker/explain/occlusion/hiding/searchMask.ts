import { regions } from '../../../../shared/face';
import type { HidingStep } from '../../../../shared/mask';
import { type Found, growMask } from './growMask';
import type { Judge } from './judge';
import { piecesOf } from './piecesOf';
import { countOf, faceOf, type PixelSet } from './pixelSets';
import { shrinkMask } from './shrinkMask';

/** Cells along each side: of the patches that the mask grows by, and of the pieces that it shrinks by, coarse first. */
const patchCells = 14;
const pieceCells = [14, 28];
/** A patch has at least this share of its cell on the face. */
const leastOfPatch = 0.25;
/** Masks judged together. */
const atOnce = 8;

/** Hears of each state on the way. */
export type OnFound = (phase: HidingStep['phase'], found: Found) => void;

/**
 * Greedy search for a small mask: grown by whole regions; grown anew by patches, as long as that hides less; the smaller of
 * the two shrunk piece by piece.
 * @param labels for each pixel of the input, the index of its region
 * @returns masks that change the answer, ever smaller; none where even the whole face hidden does not
 */
export async function searchMask(
  judge: Judge,
  labels: Uint8Array,
  [height, width]: readonly [number, number],
  onFound: OnFound,
): Promise<Found[]> {
  const open = new Uint8Array(labels.length);
  const [verdict] = await judge([open]);
  if (verdict === undefined) return [];
  const start = { hidden: open, verdict };
  const byRegions = await growMask(judge, start, regionParts(labels), atOnce, labels.length, (found) =>
    onFound('regions', found),
  );
  if (byRegions === null) return [];
  const found = [byRegions];
  const patches = piecesOf(faceOf(labels), height, width, patchCells, leastOfPatch);
  const fewer = countOf(byRegions.hidden) - 1;
  const byPatches = await growMask(judge, start, patches, atOnce, fewer, (grown) => onFound('patches', grown));
  let smallest = byPatches ?? byRegions;
  if (byPatches !== null) found.push(byPatches);
  for (const cells of pieceCells) {
    const cut = (hidden: PixelSet) => piecesOf(hidden, height, width, cells, 0);
    smallest = await shrinkMask(judge, smallest, cut, atOnce, (shrunk) => {
      found.push(shrunk);
      onFound('shrinking', shrunk);
    });
  }
  return found;
}

function regionParts(labels: Uint8Array): PixelSet[] {
  return regions.flatMap((region, index) => {
    const part = labels.map((label) => (label === index ? 1 : 0)) as PixelSet;
    return region === 'elsewhere' || countOf(part) === 0 ? [] : [part];
  });
}
