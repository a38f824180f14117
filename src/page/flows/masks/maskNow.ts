import type { Picture } from '../../../shared/ascent';
import { cropMargin } from '../../../shared/geometry/cropMargin';
import { faceToNetwork } from '../../../shared/geometry/faceToNetwork';
import type { Affine } from '../../../shared/geometry/space';
import type { FillKind, Mask, MaskRaster } from '../../../shared/mask';
import { applyMask, type FillPictures, fillsIn } from '../../../shared/raster/applyMask';
import { coveredShare } from '../../../shared/raster/coveredShare';
import { fillPicture } from '../../../shared/raster/fillPicture';
import { rasteriseMask } from '../../../shared/raster/rasteriseMask';
import type { ShownCrop } from '../../state/faces';
import type { MaskedInput } from '../../state/maskResults';
import { networksStore } from '../../state/networks';
import { otherInput } from './otherInput';

/** Of the fill with noise, everywhere on the page: the same mask is the same input. */
export const noiseSeed = 1;

/** What lies under a mask: a network's input, and how face coordinates lie in it. */
export type MaskGround = Pick<ShownCrop, 'network' | 'input' | 'regions'> & {
  readonly choice: { readonly kind: ShownCrop['choice']['kind'] };
};

/**
 * A crop under a mask, as the network gets it.
 * @throws FoveaError when the fill is another face and there is none; the signal's reason
 */
export async function maskNow(signal: AbortSignal, ground: MaskGround, mask: Mask): Promise<MaskedInput> {
  const { network, input: open, regions } = ground;
  const raster = rasterOf(ground, mask);
  const fills: FillPictures = {};
  for (const fill of fillsIn(raster)) {
    fills[fill] = fill === 'other' ? await otherInput(signal, network) : madeFill(open, fill);
  }
  return { network, open, input: applyMask(open, raster, fills), raster, covered: coveredShare(raster, regions) };
}

/** From face coordinates to the pixels of a crop. @throws Error when its network is not loaded */
export function faceToCrop({ network, input, choice }: Omit<MaskGround, 'regions'>): Affine<'face', 'network'> {
  const info = networksStore.getState().entries.get(network)?.loaded?.info;
  if (info === undefined) throw new Error(`${network} is not loaded.`);
  return faceToNetwork([input.height, input.width], cropMargin(choice.kind, info.margin));
}

/** The finished strokes of the mask before, as pixels: while a stroke is painted only that one is new. */
let painted: { readonly open: Picture; readonly mask: Mask; readonly raster: MaskRaster } | null = null;

function rasterOf(ground: MaskGround, mask: Mask): MaskRaster {
  const size = [ground.input.height, ground.input.width] as const;
  const toPixels = faceToCrop(ground);
  const finished = mask.slice(0, -1);
  const isSame =
    painted !== null &&
    painted.open === ground.input &&
    painted.mask.length === finished.length &&
    painted.mask.every((stroke, i) => stroke === finished[i]);
  if (!isSame || painted === null)
    painted = { open: ground.input, mask: finished, raster: rasteriseMask(finished, size, toPixels) };
  return rasteriseMask(mask.slice(-1), size, toPixels, painted.raster);
}

/** Lets go of the pixels of the mask before. */
export function forgetPainted(): void {
  painted = null;
}

/** By input: a blur takes longer than all else that a stroke needs. */
const made = new WeakMap<Picture, FillPictures>();

function madeFill(open: Picture, fill: Exclude<FillKind, 'other'>): Picture {
  const known = made.get(open) ?? {};
  const picture = known[fill] ?? fillPicture(open, fill, noiseSeed);
  made.set(open, { ...known, [fill]: picture });
  return picture;
}
