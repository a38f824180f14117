import type { Picture } from '../ascent';
import { apply } from '../geometry/affine';
import { faceToNetwork, networkToFace } from '../geometry/faceToNetwork';
import type { FillKind, Mask, MaskStroke } from '../mask';
import { luma } from '../raster/luma';
import { rasteriseMask } from '../raster/rasteriseMask';

/** Pixels a side of a mask that is saved, and what is kept of one that comes from a file. */
export const maskPictureSide = 512;
/** Of 255: what still counts as black in a mask's picture that an editor has saved. */
const darkest = 8;
/** What a mask's picture shows around the face square, at each side: a share of its side. */
const margin = 0.5;

/**
 * A mask as a picture of 512 × 512 over the face square and half a side around it: black where hidden, else
 * transparent.
 */
export function maskPicture(mask: Mask): Picture {
  const size = [maskPictureSide, maskPictureSide] as const;
  const raster = rasteriseMask(mask, size, faceToNetwork(size, margin));
  const rgba = new Uint8ClampedArray(4 * raster.length);
  for (const [i, hidden] of raster.entries()) if (hidden !== 0) rgba[4 * i + 3] = 255;
  return { width: maskPictureSide, height: maskPictureSide, rgba };
}

/**
 * The way back, from any picture: its longer side spans the square that `maskPicture` shows, its middle lies in the
 * middle. Hidden is what is opaque by more than a half where anything is transparent by more than a half, else what is
 * darker than mid-grey, by its luma.
 */
export function strokeOfPicture({ width, height, rgba }: Picture, fill: FillKind): MaskStroke {
  const cells = new Uint8Array(width * height);
  const byAlpha = isSeeThrough({ rgba });
  for (let i = 0; i < cells.length; i++) {
    const [red, green, blue] = [rgba[4 * i], rgba[4 * i + 1], rgba[4 * i + 2]] as [number, number, number];
    cells[i] = (byAlpha ? (rgba[4 * i + 3] as number) >= 128 : luma(red, green, blue) < 128) ? 1 : 0;
  }
  const side = Math.max(width, height);
  const toFace = networkToFace([side, side], margin);
  const { x, y } = apply(toFace, { x: (side - width) / 2, y: (side - height) / 2 });
  const box = { x, y, width: width * toFace.a, height: height * toFace.d };
  return { shape: { kind: 'cells', box, width, height, cells }, erase: false, fill };
}

/** Whether anything is transparent by more than a half. */
export function isSeeThrough({ rgba }: Pick<Picture, 'rgba'>): boolean {
  for (let i = 3; i < rgba.length; i += 4) if ((rgba[i] as number) < 128) return true;
  return false;
}

/** Whether a picture is a mask and cannot be a photo: black on transparent, and nothing else. */
export function isMaskPicture({ rgba }: Pick<Picture, 'rgba'>): boolean {
  let hides = false;
  for (let i = 0; i < rgba.length; i += 4) {
    if ((rgba[i + 3] as number) < 128) continue;
    hides = true;
    if (Math.max(rgba[i] as number, rgba[i + 1] as number, rgba[i + 2] as number) > darkest) return false;
  }
  return hides && isSeeThrough({ rgba });
}
