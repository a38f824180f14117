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

/** Hears of each state on the way; at the beginning of a phase, of the one before. */
export type OnFound = (phase: HidingStep['phase'], found: Found) => void;

/**
 * Greedy search for a small mask: grown by whole regions; grown anew by patches, as long as that hides less; the
 * smaller of the two shrunk piece by piece. Patches are tried as well where no mask of regions changes the answer: a
 * face that is hidden altogether is some person's, too, and for that person only a part of a mask helps.
 * @param labels for each pixel of the input, the index of its region
 * @returns masks that change the answer, ever smaller; none where neither regions nor patches do, up to the whole face
 */
export async function searchMask(
  judge: Judge,
  labels: Uint8Array,
  size: readonly [number, number],
  onFound: OnFound,
): Promise<Found[]> {
  const open = new Uint8Array(labels.length);
  const [verdict] = await judge([open]);
  if (verdict === undefined) return [];
  const start = { hidden: open, verdict };
  const grow = (phase: 'regions' | 'patches', parts: readonly PixelSet[], most: number) =>
    growMask(judge, start, parts, atOnce, most, (found) => onFound(phase, found));
  onFound('regions', start);
  const byRegions = await grow('regions', regionParts(labels), labels.length);
  onFound('patches', byRegions ?? start);
  const fewer = byRegions === null ? labels.length : countOf(byRegions.hidden) - 1;
  const byPatches = await grow('patches', piecesOf(faceOf(labels), ...size, patchCells, leastOfPatch), fewer);
  const grown = [byRegions, byPatches].filter((found) => found !== null);
  return [...grown, ...(await shrink(judge, grown.at(-1), size, onFound))];
}

/** Smaller and smaller masks from this one, by pieces of one size after the other. */
async function shrink(
  judge: Judge,
  start: Found | undefined,
  [height, width]: readonly [number, number],
  onFound: OnFound,
): Promise<Found[]> {
  const smaller: Found[] = [];
  if (start === undefined) return smaller;
  onFound('shrinking', start);
  for (const cells of pieceCells) {
    const cut = (hidden: PixelSet) => piecesOf(hidden, height, width, cells, 0);
    await shrinkMask(judge, smaller.at(-1) ?? start, cut, atOnce, (found) => {
      smaller.push(found);
      onFound('shrinking', found);
    });
  }
  return smaller;
}

function regionParts(labels: Uint8Array): PixelSet[] {
  return regions.flatMap((region, index) => {
    const part = labels.map((label) => (label === index ? 1 : 0)) as PixelSet;
    return region === 'elsewhere' || countOf(part) === 0 ? [] : [part];
  });
}
