import { faceToNetwork } from '../../../shared/geometry/faceToNetwork';
import type { Mask } from '../../../shared/mask';
import { rasteriseMask } from '../../../shared/raster/rasteriseMask';

interface PaintMaskAreaInput {
  readonly context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
  readonly mask: Mask;
  /** How much of the face's surroundings the square shows: a share of the face square, at each side. */
  readonly margin: number;
  /** Pixels of the square canvas. */
  readonly side: number;
}

/** Of 255: light and dark side by side are seen on any colour of a map. */
const light = { line: 235, hatch: 130 } as const;
const dark = { line: 200, hatch: 110 } as const;

/**
 * Draws where a mask lies, over what is there: its rim as a line, and hatching that leaves most of the map to be seen.
 */
export function paintMaskArea({ context, mask, margin, side }: PaintMaskAreaInput): void {
  const hidden = rasteriseMask(mask, [side, side], faceToNetwork([side, side], margin));
  const line = Math.max(1, Math.round(side / 180));
  const period = Math.max(6, Math.round(side / 18));
  const within = shrunk(hidden, side, line);
  const inner = shrunk(within, side, line);
  const picture = new ImageData(side, side);
  for (let i = 0; i < hidden.length; i++) {
    if (hidden[i] === 0) continue;
    const along = ((i % side) + Math.floor(i / side)) % period;
    const at = 4 * i;
    if (within[i] === 0) picture.data.fill(255, at, at + 3);
    picture.data[at + 3] = within[i] === 0 ? light.line : inner[i] === 0 ? dark.line : 0;
    if (inner[i] === 0 || along >= 2 * line) continue;
    if (along < line) picture.data.fill(255, at, at + 3);
    picture.data[at + 3] = along < line ? light.hatch : dark.hatch;
  }
  const board = new OffscreenCanvas(side, side);
  board.getContext('2d')?.putImageData(picture, 0, 0);
  context.drawImage(board, 0, 0);
}

/** What is hidden and farther than `by` pixels from anything open; beyond the canvas it goes on as at its edge. */
function shrunk(hidden: Uint8Array, side: number, by: number): Uint8Array {
  const along = keptAlong(hidden, side, by, 1, side);
  return keptAlong(along, side, by, side, 1);
}

/** The least of the neighbours on a line: `step` from one to the next, lines `apart`. */
function keptAlong(hidden: Uint8Array, side: number, by: number, step: number, apart: number): Uint8Array {
  const kept = new Uint8Array(hidden.length);
  for (let line = 0; line < side; line++) {
    for (let place = 0; place < side; place++) {
      let least = 1;
      for (let near = Math.max(0, place - by); near <= Math.min(side - 1, place + by); near++)
        if (hidden[line * apart + near * step] === 0) least = 0;
      kept[line * apart + place * step] = least;
    }
  }
  return kept;
}
