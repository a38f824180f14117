import type { MeasuredPhoto } from '../../../../shared/people';
import type { PersonRow } from './personRows';

/**
 * The person, in a group, of whom these photos are, those aside that are not measured; null where they are of nobody,
 * or of more than one.
 */
export function onePerson(
  ids: readonly string[],
  measured: ReadonlyMap<string, MeasuredPhoto>,
): Pick<PersonRow, 'person' | 'group' | 'photos'> | null {
  const photos: MeasuredPhoto[] = [];
  for (const id of ids) {
    const photo = measured.get(id);
    if (photo === undefined) continue;
    const [first = photo] = photos;
    if (photo.person !== first.person || photo.group !== first.group) return null;
    photos.push(photo);
  }
  const [first] = photos;
  return first === undefined ? null : { person: first.person, group: first.group, photos };
}
