import type { GalleryPerson } from '../../../shared/gallery';
import { sameName } from '../../../shared/galleryNames';
import type { StudyPhoto } from '../../../shared/people';
import { galleryStore } from '../../state/gallery/gallery';
import { notify } from '../../state/notices';
import { studyStore } from '../../state/study';

/**
 * Names that the user gave persons of the study, and that the gallery has for faces which came along with Fovea:
 * “Person 3” of a folder and “Person 3” of the sample photos would count as one. The sample photos' own faces are no
 * such case.
 */
export function sharedWithSamples(
  photos: readonly Pick<StudyPhoto, 'person' | 'drawn'>[],
  people: readonly Pick<GalleryPerson, 'name' | 'bundled'>[],
): readonly string[] {
  const own = new Set(photos.flatMap(({ person, drawn }) => (drawn === true ? [] : (person ?? []))));
  const samples = people.filter(({ bundled }) => bundled).map(({ name }) => name);
  return [...own].filter((person) => samples.some((name) => sameName(name, person)));
}

const named = 3;

/** Says so, and what to do. */
export function tellSharedNames(): void {
  const shared = sharedWithSamples(studyStore.getState().photos, galleryStore.getState().people);
  if (shared.length === 0) return;
  const names = shared.slice(0, named).map((name) => `“${name}”`);
  const more = shared.length > named ? ` and ${shared.length - named} more` : '';
  notify({
    severity: 'warning',
    message: `${names.join(', ')}${more}: the gallery has ${shared.length === 1 ? 'this name' : 'these names'} for faces of the sample photos, and takes yours for the same.`,
    remedy: 'Rename yours in the list, or the gallery’s on the Faces bench.',
  });
}
