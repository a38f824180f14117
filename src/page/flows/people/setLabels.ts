import type { MaskedPhoto, MeasuredPhoto, StudyPhoto } from '../../../shared/people';
import { studyStore } from '../../state/study';
import { textOf } from './addPhotos';
import { compareStudy } from './compareStudy';
import { keepStudy } from './keepStudy';
import { labelMasked } from './labelMasked';
import { labelMeasurement } from './labelMeasurement';

/** What the user says of a photo; what is absent stays as it was, null takes it back. */
export interface StudyLabel {
  readonly person?: string | null;
  readonly group?: string | null;
}

/** Labels photos by id, keeps it and compares again. Nothing is measured again. Never rejects. */
export async function setLabels(labels: ReadonlyMap<string, StudyLabel>): Promise<void> {
  studyStore.setState(({ photos, measured, masked, known }) => {
    const labelled = photos.map((photo) => relabel(photo, labels.get(photo.id)));
    const byId = new Map(labelled.map((photo) => [photo.id, photo]));
    const open = relabelAll(measured, byId, known);
    return {
      photos: labelled,
      measured: open,
      masked: masked === null ? null : { ...masked, measured: relabelMasked(masked.measured, byId, open, known) },
    };
  });
  await keepStudy();
  await compareStudy();
}

/** A row of a table of labels: a file by its path or name. */
export interface LabelRow extends StudyLabel {
  readonly file: string;
}

/**
 * Labels photos by the rows of a table: each row those of its path, or else those of its file name, whatever their case.
 * Resolves to the rows that no photo is meant by. Never rejects.
 */
export async function setGroups(rows: readonly LabelRow[]): Promise<readonly LabelRow[]> {
  const { photos } = studyStore.getState();
  const labels = new Map<string, StudyLabel>();
  const unused: LabelRow[] = [];
  for (const row of rows) {
    const { file, ...label } = row;
    const wanted = plain(file);
    const byPath = photos.filter((photo) => plain(photo.file) === wanted);
    const meant = byPath.length > 0 ? byPath : photos.filter((photo) => plain(nameOf(photo.file)) === wanted);
    for (const { id } of meant) labels.set(id, { ...labels.get(id), ...label });
    if (meant.length === 0) unused.push(row);
  }
  await setLabels(labels);
  return unused;
}

/** Labels every photo by its folders: the outer one is the group, an inner one the person, if there are two. */
export async function setGroupsByFolder(): Promise<void> {
  const { photos } = studyStore.getState();
  await setLabels(new Map(photos.map(({ id, file }) => [id, labelOfFolders(file)])));
}

/** 'all/group/person/a.jpg' → group and person; 'group/a.jpg' → the group. Only the two innermost folders count. */
export function labelOfFolders(path: string): StudyLabel {
  const folders = path
    .split('/')
    .slice(0, -1)
    .filter((folder) => folder !== '');
  if (folders.length === 0) return {};
  if (folders.length === 1) return { group: folders[0] ?? null };
  return { group: folders.at(-2) ?? null, person: folders.at(-1) ?? null };
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const plain = (path: string) => path.trim().replaceAll('\\', '/').normalize('NFC').toLowerCase();

function relabel(photo: StudyPhoto, label: StudyLabel | undefined): StudyPhoto {
  if (label === undefined) return photo;
  const { person = photo.person, group = photo.group } = label;
  return { ...photo, person: textOf(person), group: textOf(group) };
}

function relabelAll(
  measured: ReadonlyMap<string, MeasuredPhoto>,
  photos: ReadonlyMap<string, StudyPhoto>,
  known: readonly string[],
): ReadonlyMap<string, MeasuredPhoto> {
  return new Map(
    [...measured].map(([id, one]) => {
      const photo = photos.get(id);
      return [id, photo === undefined ? one : labelMeasurement(one, photo, known)];
    }),
  );
}

function relabelMasked(
  masked: ReadonlyMap<string, MaskedPhoto>,
  photos: ReadonlyMap<string, StudyPhoto>,
  measured: ReadonlyMap<string, MeasuredPhoto>,
  known: readonly string[],
): ReadonlyMap<string, MaskedPhoto> {
  return new Map(
    [...masked].map(([id, one]) => {
      const [photo, open] = [photos.get(id), measured.get(id)];
      return [id, photo === undefined || open === undefined ? one : labelMasked(one, photo, open, known)];
    }),
  );
}
