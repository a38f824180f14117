import { sameName } from '../../../shared/galleryNames';
import type { MeasuredPhoto, StudyPhoto } from '../../../shared/people';

/** What the user's word changes. */
export type Labels = Pick<MeasuredPhoto, 'id' | 'file' | 'person' | 'group' | 'right'>;

/**
 * A measurement under the names of now. Whose photo it is the user says; where nobody did, the gallery's most probable
 * person does, if the face is near enough to one; else the photo counts as a person of its own. Only against the user's
 * word can a name be right or wrong.
 * @param known names that the identity head knows; empty where classes were asked for
 */
export function labelMeasurement<Measured extends Omit<MeasuredPhoto, keyof Labels>>(
  measured: Measured,
  { id, file, person, group }: StudyPhoto,
  known: readonly string[],
): Measured & Labels {
  const same = (name: string) => person !== null && sameName(name, person);
  const named = known.length > 0 && !measured.unknown;
  return {
    ...measured,
    ...{ id, file, group },
    person: person ?? (named ? measured.label : file),
    right: person !== null && known.some(same) ? same(measured.label) : null,
  };
}
