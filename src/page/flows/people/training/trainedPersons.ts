import type { GalleryPerson } from '../../../../shared/gallery';
import { nameKey } from '../../../../shared/galleryNames';
import type { MeasuredPhoto, StudyPhoto } from '../../../../shared/people';
import { compareGroupNames, comparePhotos } from '../../../../shared/people/groupOrder';
import { keptPhoto } from '../keptPhoto';
import type { Subject } from './subject';

interface Known {
  readonly photos: readonly StudyPhoto[];
  readonly measured: ReadonlyMap<string, Pick<MeasuredPhoto, 'id'>>;
  readonly people: readonly GalleryPerson[];
}

/** Whose photos heads are trained on and tried with. */
interface TrainedPersons {
  readonly from: 'study' | 'gallery';
  readonly subjects: readonly Subject[];
}

/** Those of whom photos can be held out; without any, those of the study, who are in the user's groups. */
export function trainedPersons({ photos, measured, people }: Known): TrainedPersons {
  const named = studySubjects(photos, measured);
  const study = { from: 'study', subjects: named } as const;
  if (personsWith(2, named) >= 2) return study;
  const enrolled = gallerySubjects(photos, people);
  if (personsWith(2, enrolled) < 2 && personsWith(1, named) >= 2) return study;
  return { from: 'gallery', subjects: enrolled };
}

/** Persons with so many photos or more. */
export function personsWith(photos: number, subjects: readonly Subject[]): number {
  const counts = new Map<string, number>();
  for (const { person } of subjects) counts.set(person, (counts.get(person) ?? 0) + 1);
  return [...counts.values()].filter((count) => count >= photos).length;
}

/** The photos whose persons the user has named; groups in the order in which all tables have them. */
function studySubjects(photos: readonly StudyPhoto[], measured: Known['measured']): readonly Subject[] {
  return [...photos].sort(comparePhotos).flatMap(({ id, person, group }): Subject[] => {
    if (person === null || !measured.has(id)) return [];
    return [{ id, person, group, read: () => keptPhoto(id) }];
  });
}

/**
 * The group that the study has for each of its named persons, by what names that count as the same have in common; of
 * two groups, neither.
 */
function studyGroups(photos: readonly StudyPhoto[]): ReadonlyMap<string, string | null> {
  const groups = new Map<string, string | null>();
  for (const { person, group } of photos) {
    if (person === null) continue;
    const name = nameKey(person);
    groups.set(name, groups.has(name) && groups.get(name) !== group ? null : group);
  }
  return groups;
}

function gallerySubjects(of: readonly StudyPhoto[], people: Known['people']): readonly Subject[] {
  const said = studyGroups(of);
  const found = people.flatMap(({ name, group: own, photos }) => {
    const key = nameKey(name);
    const group = said.has(key) ? (said.get(key) ?? null) : own;
    const faces = photos.filter(({ landmarks }) => landmarks !== null);
    return faces.map((photo): Subject => ({ id: photo.id, person: name, group, read: () => Promise.resolve(photo) }));
  });
  return found.sort((a, b) => compareGroupNames(a.group, b.group));
}
