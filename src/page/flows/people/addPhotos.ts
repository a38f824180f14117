import type { StudyPhoto } from '../../../shared/people';
import { pathOf } from '../../intake/filePaths';
import { studyStore } from '../../state/study';
import { takeSource } from './studySources';

/** A file for a study, and what the user says of it. */
export interface StudySource {
  readonly file: File;
  /** With its folders; absent: the file's own relative path or name. */
  readonly path?: string;
  readonly person?: string | null;
  readonly group?: string | null;
}

/** Photos of a study. */
export const mostStudyPhotos = 20_000;

/** Puts photos at the end of the study; one that is there already, by its path, is not put there again. */
export function addPhotos(sources: readonly StudySource[]): void {
  const known = new Set(studyStore.getState().photos.map(({ file }) => file));
  const added: StudyPhoto[] = [];
  for (const { file, path, person = null, group = null } of sources) {
    const name = path ?? pathOf(file);
    if (known.has(name) || known.size >= mostStudyPhotos) continue;
    known.add(name);
    const id = crypto.getRandomValues(new Uint32Array(3)).join('-');
    takeSource(id, file);
    added.push({ id, file: name, person: textOf(person), group: textOf(group) });
  }
  studyStore.setState(({ photos }) => ({ photos: [...photos, ...added] }));
}

/** A label without blanks around it; null where nothing is left. */
export function textOf(label: string | null): string | null {
  const text = label?.trim().slice(0, 80) ?? '';
  return text === '' ? null : text;
}
