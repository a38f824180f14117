import { toSentError } from '../../../shared/errors';
import type { Photo } from '../../intake/photo/photo';
import { readPhoto } from '../../intake/photo/readPhoto';
import { type FaceChoice, facesStore, type Stage } from '../../state/faces';
import { explainCrop } from './explainCrop';
import { supersedePhoto } from './faceWork';
import { findFaces } from './findFaces';
import { holdPhoto } from './heldPhoto';
import { makeView } from './makeView';
import { recogniseChoice } from './recogniseChoice';
import { resumeFaceWork } from './resumeFaceWork';

let photos = 0;

/**
 * Puts a photo on the bench: reads it, finds its faces, and recognises and explains the largest. A newer photo takes its
 * place at any moment; when this one cannot be read, what was on the screen stays. Never rejects.
 */
export async function showPhoto(file: Blob & { readonly name?: string }): Promise<void> {
  const signal = supersedePhoto();
  stage('Reading the photo');
  try {
    await showReadPhoto(signal, await readPhoto(signal, file));
  } catch (error) {
    await fail(signal, error);
  }
}

/** The same for a photo that is already read: the camera's. */
export async function showTakenPhoto(photo: Photo): Promise<void> {
  const signal = supersedePhoto();
  try {
    await showReadPhoto(signal, photo);
  } catch (error) {
    await fail(signal, error);
  }
}

async function showReadPhoto(signal: AbortSignal, photo: Photo): Promise<void> {
  stage('Finding faces');
  const { faces, view } = await lookAt(signal, photo);
  holdPhoto(photo, view);
  photos += 1;
  const { name, width, height } = photo;
  const choice: FaceChoice | null = faces.length === 0 ? null : { kind: 'face', index: 0 };
  facesStore.setState({
    photo: { id: photos, name, width, height, view, faces },
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
async function lookAt(signal: AbortSignal, photo: Photo) {
  try {
    const faces = await findFaces(signal, photo);
    return { faces, view: await makeView(signal, photo) };
  } catch (error) {
    photo.close();
    throw error;
  }
}

const stage = (words: string, fraction: number | null = null) =>
  facesStore.setState({ stage: { words, fraction } satisfies Stage, problem: null });

/** Tells what went wrong, unless something newer is under way; the photo that is still there gets its answer. */
async function fail(signal: AbortSignal, error: unknown): Promise<void> {
  if (signal.aborted) return;
  const { message, remedy } = toSentError(error);
  facesStore.setState({ stage: null, problem: { message, remedy } });
  await resumeFaceWork();
}
