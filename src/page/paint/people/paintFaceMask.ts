import { faceToNetwork } from '../../../shared/geometry/faceToNetwork';
import type { Mask } from '../../../shared/mask';
import { rasteriseMask } from '../../../shared/raster/rasteriseMask';
import { drawMeanFace } from './drawMeanFace';

interface Input {
  readonly context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
  readonly mask: Mask;
  /** How much of the face's surroundings a network sees: a share of the face square, at each side. */
  readonly margin: number;
  /** Pixels of the square canvas. */
  readonly side: number;
}

/** What is open, and what is hidden whatever it is filled with: opaque greys, so that both print. */
const open = [240, 240, 237] as const;
const hidden = [66, 66, 64] as const;

/** Where a mask lies on the mean face: hidden pixels dark, the face's features over both. */
export function paintFaceMask({ context, mask, margin, side }: Input): void {
  const raster = rasteriseMask(mask, [side, side], faceToNetwork([side, side], margin));
  const rgba = new Uint8ClampedArray(4 * raster.length).fill(255);
  for (const [i, fill] of raster.entries()) rgba.set(fill === 0 ? open : hidden, 4 * i);
  context.putImageData(new ImageData(rgba, side, side), 0, 0);
  drawMeanFace({ context, margin, side, colour: 'rgb(150 150 146)' });
}
