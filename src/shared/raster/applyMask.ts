import type { Picture } from '../ascent';
import { type FillKind, fillKinds, type MaskRaster } from '../mask';

/**
 * The pictures that the fills take their pixels from, of the input's size; one is needed for each fill in the raster.
 */
export type FillPictures = Partial<Record<FillKind, Picture>>;

/**
 * The input with the hidden pixels replaced by those of their fill, at the same place; alpha stays.
 * @throws RangeError when a raster or a fill's picture has another size, or a fill has no picture
 */
export function applyMask(input: Picture, raster: MaskRaster, fills: FillPictures): Picture {
  const rgba = input.rgba.slice();
  if (4 * raster.length !== rgba.length) throw new RangeError('This mask is of another size than the input.');
  const sources = fillKinds.map((fill) => fills[fill]);
  for (const source of sources) {
    if (source !== undefined && source.rgba.length !== rgba.length)
      throw new RangeError('This fill is of another size than the input.');
  }
  for (let i = 0; i < raster.length; i++) {
    const hidden = raster[i] as number;
    if (hidden === 0) continue;
    const source = sources[hidden - 1];
    if (source === undefined) throw new RangeError(`There is no picture for the fill “${fillKinds[hidden - 1]}”.`);
    for (let c = 4 * i; c < 4 * i + 3; c++) rgba[c] = source.rgba[c] as number;
  }
  return { ...input, rgba };
}

/** The fills that a raster shows, in the order of `fillKinds`. */
export function fillsIn(raster: MaskRaster): readonly FillKind[] {
  const seen = new Set<number>(raster);
  return fillKinds.filter((_, i) => seen.has(i + 1));
}
