import type { MaskedPhoto, MeasuredPhoto, StudyPhoto } from '../../../shared/people';
import { type Labels, labelMeasurement } from './labelMeasurement';

/**
 * A measurement under the mask, under the names of now. A mask makes nobody another person: where the user named none,
 * the photo stays whose it is without the mask, whatever the network says of it with the mask. Only so can the two be
 * paired.
 * @param open the same photo without the mask, as it is labelled now
 */
export function labelMasked(
  masked: Omit<MaskedPhoto, keyof Labels>,
  photo: StudyPhoto,
  open: Pick<MeasuredPhoto, 'person'>,
  known: readonly string[],
): MaskedPhoto {
  return { ...labelMeasurement(masked, photo, known), person: open.person };
}
