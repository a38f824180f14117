import { plainText } from '../../../shared/galleryNames';
import type { KnownFace, StudyFailure, StudyPhoto } from '../../../shared/people';
import { recordKey } from '../../engine/people/studyRecords';
import { studyVault } from '../../engine/people/studyVault';
import { pathOf } from '../../intake/filePaths';
import { notify } from '../../state/notices';
import { studyStore } from '../../state/study';
import { forgetFailures } from './forgetFailures';
import { keepKnownFace } from './keepKnownFace';
import { numberedPath } from './numberedPath';
import { dropSource, takeSource } from './studySources';

/** A file for a study, and what the user says of it. */
export interface StudySource {
  readonly file: File;
  /** With its folders; absent: the file's own relative path or name. */
  readonly path?: string;
  readonly person?: string | null;
  readonly group?: string | null;
  readonly face?: KnownFace | undefined;
}

/** Photos of a study. */
export const mostStudyPhotos = 20_000;

/**
 * Puts photos at the end of the study. One under a path that is there takes the place of a photo that failed, is left
 * out where it is the same file, and else gets a number. What is left out is told. In the place of another it is a
 * photo of its own, with its own id: what was said of that one before, or is undone later, is not said of this one.
 */
export async function addPhotos(sources: readonly StudySource[]): Promise<void> {
  const { photos, failures } = studyStore.getState();
  const known = new Map(photos.map((photo) => [photo.file, photo]));
  const replaced: string[] = [];
  const faces: [string, StudySource][] = [];
  let [same, over] = [0, 0];
  for (const source of sources) {
    const path = freePath(known, failures, source);
    const there = path === null ? undefined : known.get(path);
    if (path === null) same += 1;
    else if (there === undefined && known.size >= mostStudyPhotos) over += 1;
    else {
      if (there !== undefined) replaced.push(there.id);
      const id = newId();
      known.set(path, { ...photoOf(source, path), id });
      takeSource(id, source.file);
      faces.push([id, source]);
    }
  }
  studyStore.setState({ photos: [...known.values()] });
  await forgetFailed(replaced);
  for (const [id, source] of faces) await keepKnownFace(id, source);
  tellLeftOut(same, over);
}

/** Where the photo goes; null where its very file is in the study. */
function freePath(
  known: ReadonlyMap<string, StudyPhoto>,
  failures: ReadonlyMap<string, StudyFailure>,
  { file, path = pathOf(file) }: StudySource,
): string | null {
  for (let number = 1; ; number += 1) {
    const name = numberedPath(path, number);
    const there = known.get(name);
    if (there === undefined || failures.has(there.id)) return name;
    // Of photos that were added before this was kept, the path alone tells.
    if ((there.origin ?? originOf(file)) === originOf(file)) return null;
  }
}

const photoOf = ({ file, person = null, group = null, face }: StudySource, path: string): Omit<StudyPhoto, 'id'> => ({
  ...{ file: path, person: textOf(person), group: textOf(group), origin: originOf(file) },
  // Faces come along with sample photos alone.
  ...(face === undefined ? {} : { drawn: true }),
});

const newId = () => crypto.getRandomValues(new Uint32Array(3)).join('-');

const originOf = ({ size, lastModified }: File): string => `${size} ${lastModified}`;

/** Others have come in the place of these. */
async function forgetFailed(ids: readonly string[]): Promise<void> {
  for (const id of ids) await dropSource(id);
  await studyVault.change(
    [],
    ids.map((id) => recordKey('face', id)),
  );
  await forgetFailures(ids);
}

function tellLeftOut(same: number, over: number): void {
  if (same > 0)
    notify({ severity: 'info', message: `${counted(same)} left out: the study has ${same === 1 ? 'it' : 'them'}.` });
  if (over > 0)
    notify({
      severity: 'warning',
      message: `${counted(over)} left out: a study has ${mostStudyPhotos.toLocaleString('en')} photos at most.`,
      remedy: 'Measure the others in a study of their own.',
    });
}

const counted = (number: number) => (number === 1 ? '1 photo was' : `${number.toLocaleString('en')} photos were`);

/**
 * A label as it is kept, like a gallery's names: a folder's “Å” may be two characters, a table's one. Null where
 * nothing is left.
 */
export function textOf(label: string | null): string | null {
  const text = plainText(label ?? '').slice(0, 80);
  return text === '' ? null : text;
}
