import { toSentError } from '../../../shared/errors';
import type { DetectedFace } from '../../../shared/face';
import { boxAround } from '../../../shared/geometry/boxAround';
import type { Photo } from '../../intake/photo/photo';
import { readPhoto } from '../../intake/photo/readPhoto';
import { reducePhoto } from '../../intake/photo/reducePhoto';
import { comparisonStore } from '../../state/explanation';
import { type FaceChoice, facesStore, type Stage } from '../../state/faces';
import { compareMethods } from './compareMethods';
import { detectFaces, detectionSide } from './detectFaces';
import { endFindings } from './endFindings';
import { explainCrop } from './explainCrop';
import { supersedePhoto } from './faceWork';
import { holdPhoto } from './heldPhoto';
import { makeView } from './makeView';
import { recogniseChoice } from './recogniseChoice';
import { resumeFaceWork } from './resumeFaceWork';

let photos = 0;

/**
 * Puts a photo on the bench: reads it, finds its faces, and recognises and explains the largest. A newer photo takes
 * its place at any moment; when this one cannot be read, what was on the screen stays. Never rejects.
 */
export function showPhoto(file: Blob & { readonly name?: string }): Promise<void> {
  return showPhotoFrom((signal) => readPhoto(signal, file));
}

/** The same for a photo that is already read: the camera's. */
export function showTakenPhoto(photo: Photo): Promise<void> {
  return showPhotoFrom(async () => photo);
}

/** A photo of the study on the People bench. */
interface KnownPhoto {
  /** In the study. */
  readonly id: string;
  readonly face: DetectedFace;
}

/**
 * The same for a photo of the study on the People bench, whose face is known, with its landmarks in the photo's pixels:
 * it is not looked for again. A kept cut is closer than what the detector expects, and it may find nothing there, or
 * another face.
 * @param id in the study
 */
export function showKnownFace(
  file: Blob & { readonly name?: string },
  landmarks: DetectedFace['landmarks'],
  id: string,
): Promise<void> {
  const face: DetectedFace = { box: boxAround(landmarks), landmarks, score: Number.NaN };
  return showPhotoFrom((signal) => readPhoto(signal, file), { id, face });
}

/** The same for a photo that `read` fetches and reads: it is the newest from now on, however long that takes. */
export async function showPhotoFrom(
  read: (signal: AbortSignal) => Promise<Photo>,
  known: KnownPhoto | null = null,
): Promise<void> {
  const signal = supersedePhoto();
  stage('Reading the photo');
  try {
    await showReadPhoto(signal, await read(signal), known);
  } catch (error) {
    await fail(signal, error);
  }
}

async function showReadPhoto(signal: AbortSignal, photo: Photo, known: KnownPhoto | null): Promise<void> {
  if (known === null) stage('Finding faces');
  const { faces, view } = await lookAt(signal, photo, known);
  holdPhoto(photo, view);
  photos += 1;
  const { name, width, height } = photo;
  const choice: FaceChoice | null = faces.length === 0 ? null : { kind: 'face', index: 0 };
  facesStore.setState({
    photo: { id: photos, name, width, height, view, faces, ...(known === null ? {} : { ofStudy: known.id }) },
    choice,
    crop: null,
    recognition: null,
    problem: null,
    stage: null,
  });
  if (choice !== null) await recogniseChoice();
  // Nothing is left to explain: what was found out about the photo before goes.
  else await explainCrop();
}

/** What the bench needs of a photo; one that fails here is freed. */
async function lookAt(signal: AbortSignal, photo: Photo, known: KnownPhoto | null) {
  try {
    const { faces, picture } =
      known === null
        ? await detectFaces(signal, photo)
        : { faces: [known.face], ...(await reducePhoto(signal, photo, detectionSide)) };
    return { faces, view: await makeView(signal, picture) };
  } catch (error) {
    photo.close();
    throw error;
  }
}

const stage = (words: string, fraction: number | null = null) =>
  facesStore.setState({ stage: { words, fraction } satisfies Stage, problem: null });

/**
 * Tells what went wrong, unless something newer is under way. The photo that is still there gets its answer, and what
 * was being found out about it when this one came goes on.
 */
async function fail(signal: AbortSignal, error: unknown): Promise<void> {
  if (signal.aborted) return;
  const { message, remedy } = toSentError(error);
  const comparing = comparisonStore.getState().running;
  endFindings();
  facesStore.setState({ stage: null, problem: { message, remedy } });
  await resumeFaceWork();
  if (comparing && !signal.aborted && comparisonStore.getState().subject !== null) await compareMethods();
}
