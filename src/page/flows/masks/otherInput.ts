import type { Picture } from '../../../shared/ascent';
import { FoveaError } from '../../../shared/errors';
import type { GalleryPhoto } from '../../../shared/gallery';
import { maskResultsStore } from '../../state/maskResults';
import { cropKept } from '../gallery/cropKept';

/** The crops of the other face, by network; another face's take their place. */
let crops: { readonly photo: GalleryPhoto; readonly inputs: Map<string, Picture> } | null = null;

/**
 * The face that the fill 'other' takes its pixels from, aligned as the network wants it.
 * @throws FoveaError when none has been chosen or its picture cannot be read; the signal's reason
 */
export async function otherInput(signal: AbortSignal, network: string): Promise<Picture> {
  const { other } = maskResultsStore.getState();
  if (other === null)
    throw new FoveaError('No other face has been chosen to fill with.', 'Choose one, or choose another fill.');
  const { photo } = other;
  if (crops?.photo !== photo) crops = { photo, inputs: new Map() };
  const { inputs } = crops;
  const known = inputs.get(network);
  if (known !== undefined) return known;
  const { input } = await cropKept(signal, network, photo);
  inputs.set(network, input);
  return input;
}

/** Lets go of the other face's pixels. */
export function forgetOtherInput(): void {
  crops = null;
}
