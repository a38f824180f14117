import { nameKey } from '../../../shared/galleryNames';
import type { StudyPhoto } from '../../../shared/people';
import { compareGroupNames, comparePhotos } from '../../../shared/people/groupOrder';
import { galleryStore } from '../../state/gallery/gallery';
import { studyStore } from '../../state/study';
import { readyGallery } from '../gallery/readyGallery';
import { defaultStudySettings } from './defaultStudySettings';
import { keptPhoto } from './keptPhoto';
import { studyWork } from './studyWork';
import { compareTrainings } from './training/compareTrainings';
import { dateTraining } from './training/dateTraining';
import type { Subject } from './training/subject';

/**
 * What training on masks does: to the identity head of the study's named photos; or of the gallery, with the groups
 * that the study says, where only there two persons have two photos each. The answer is in the study's store; never rejects.
 */
export async function trainWithMasks(): Promise<void> {
  await studyWork('training', async (signal, tell) => {
    const settings = studyStore.getState().settings ?? (await defaultStudySettings(signal));
    const { photos: trainedPhotos } = studyStore.getState();
    const training = await compareTrainings(signal, settings, await subjects(signal, trainedPhotos), tell);
    signal.throwIfAborted();
    // The user may have labelled photos anew meanwhile.
    studyStore.setState(({ photos }) => ({ training: dateTraining(training, trainedPhotos, photos), trainedPhotos }));
  });
}

/** Those of whom photos can be held out; without any, those of the study, who are in the user's groups. */
async function subjects(signal: AbortSignal, photos: readonly StudyPhoto[]): Promise<readonly Subject[]> {
  const named = studySubjects(photos);
  if (personsWith(2, named) >= 2) return named;
  const enrolled = await gallerySubjects(signal, photos);
  return personsWith(2, enrolled) < 2 && personsWith(1, named) >= 2 ? named : enrolled;
}

/** Persons with so many photos or more. */
function personsWith(photos: number, subjects: readonly Subject[]): number {
  const counts = new Map<string, number>();
  for (const { person } of subjects) counts.set(person, (counts.get(person) ?? 0) + 1);
  return [...counts.values()].filter((count) => count >= photos).length;
}

/** The photos whose persons the user has named; groups in the order in which all tables have them. */
function studySubjects(photos: readonly StudyPhoto[]): readonly Subject[] {
  const { measured } = studyStore.getState();
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

async function gallerySubjects(signal: AbortSignal, of: readonly StudyPhoto[]): Promise<readonly Subject[]> {
  await readyGallery(signal);
  const said = studyGroups(of);
  const found = galleryStore.getState().people.flatMap(({ name, group: own, photos }) => {
    const key = nameKey(name);
    const group = said.has(key) ? (said.get(key) ?? null) : own;
    const faces = photos.filter(({ landmarks }) => landmarks !== null);
    return faces.map((photo): Subject => ({ id: photo.id, person: name, group, read: () => Promise.resolve(photo) }));
  });
  return found.sort((a, b) => compareGroupNames(a.group, b.group));
}
