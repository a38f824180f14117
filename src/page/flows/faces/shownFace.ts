import { FoveaError } from '../../../shared/errors';
import type { ShownExplanation } from '../../state/explanation';
import { facesStore, type ShownCrop } from '../../state/faces';
import { heatShown } from '../../state/heatShown';

/** The face in view with its map. @throws FoveaError while there is none */
export function shownFace(): { readonly crop: ShownCrop; readonly shown: ShownExplanation } {
  const heat = heatShown();
  const { crop } = facesStore.getState();
  if (heat === null || crop === null)
    throw new FoveaError('There is no heat map to save yet.', 'Choose a face in a photo first.');
  return { crop, shown: heat.shown };
}

/** The beginning of a saved file's name: what is in it, nothing of the photo. */
export const fileName = ({ network, method, layer }: ShownExplanation): string => `${network}-${method}-${layer}`;
