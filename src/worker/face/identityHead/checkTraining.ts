import type { HeadTraining } from '../../../shared/calls/faceCalls';
import { FoveaError } from '../../../shared/errors';

const again = 'Add the photos of the gallery again, or report this if it happens once more.';

/**
 * Sees to it that a head can be trained on this: at least one person, at least one embedding and one original a person,
 * whole rows, finite values, indices in range.
 * @returns dimensions of an embedding
 * @throws FoveaError that names what is missing
 */
export function checkTraining({ names, embeddings, owners, originals }: HeadTraining): number {
  if (names.length === 0) throw new FoveaError('The gallery is empty.', 'Add at least one person with a photo.');
  const dimensions = embeddings.length / owners.length;
  if (!Number.isInteger(dimensions) || dimensions === 0) throw new FoveaError('Embeddings have gaps.', again);
  const enrolled = new Set(originals.map((index) => owners[index]));
  if (enrolled.has(undefined) || owners.some((owner) => names[owner] === undefined))
    throw new FoveaError('An embedding belongs to nobody in the gallery.', again);
  const without = names.find((_, person) => !enrolled.has(person));
  if (without !== undefined) throw new FoveaError(`${without} has no photo.`, 'Add a photo, or remove this person.');
  if (!embeddings.every(Number.isFinite))
    throw new FoveaError(
      'The network gave embeddings that are no numbers.',
      'Check the network’s preprocessing, or choose another one.',
    );
  return dimensions;
}
