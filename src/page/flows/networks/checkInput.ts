import type { Picture } from '../../../shared/ascent';
import { FoveaError, toSentError } from '../../../shared/errors';
import type { GalleryPhoto } from '../../../shared/gallery';
import { engine } from '../../engine/instance';
import { samplePhotos } from '../../engine/samples';
import { readPhoto } from '../../intake/photo/readPhoto';
import { facesStore } from '../../state/faces';
import { inputCheckStore } from '../../state/inputCheck';
import { cropPhoto } from '../faces/cropPhoto';
import { findFaces } from '../faces/findFaces';
import { heldPhoto } from '../faces/heldPhoto';
import { cropChoice } from '../faces/recogniseChoice';
import { cropKept } from '../gallery/cropKept';
import { photoForGallery } from '../gallery/photoForGallery';
import { loadNetwork } from '../loadNetwork';
import { SupersededError } from '../shownPage';

let work = new AbortController();

/** Ends a check that runs. */
export function stopChecking(): void {
  work.abort(new SupersededError());
  inputCheckStore.setState({ running: null });
}

/**
 * Looks at what a network gets of a face: the one on the Faces bench, or else one that comes along. A newer call takes
 * the place of an older one. Never rejects.
 */
export async function checkInput(network: string): Promise<void> {
  work.abort(new SupersededError());
  work = new AbortController();
  const { signal } = work;
  inputCheckStore.setState({ running: network, problem: null });
  try {
    const { info } = await loadNetwork(signal, network);
    const { input, face } = await faceFor(signal, network);
    const check = await engine().run(signal, 'checkInput', { network, input });
    inputCheckStore.setState(({ checked }) => ({
      checked: new Map(checked).set(network, { hash: info.hash, input, face, check }),
      running: null,
    }));
  } catch (error) {
    if (signal.aborted) return;
    const { message, remedy } = toSentError(error);
    inputCheckStore.setState({ running: null, problem: { network, message, remedy } });
  }
}

interface Face {
  readonly input: Picture;
  readonly face: string;
}

async function faceFor(signal: AbortSignal, network: string): Promise<Face> {
  const { photo, choice } = facesStore.getState();
  const held = heldPhoto();
  if (photo !== null && choice !== null && held !== null) {
    const { input } = await cropPhoto(signal, network, held, cropChoice(photo, choice));
    return { input, face: photo.name };
  }
  sample ??= await readSample(signal);
  const { input } = await cropKept(signal, network, sample.photo);
  return { input, face: sample.name };
}

/** The face that comes along: found once, cropped for each network as it wants it. */
let sample: { readonly name: string; readonly photo: GalleryPhoto } | null = null;

async function readSample(signal: AbortSignal) {
  const [first] = samplePhotos;
  if (first === undefined) throw new RangeError('Sample photos come along.');
  const { name, url } = first;
  const response = await fetch(url, { signal });
  const photo = await readPhoto(signal, new File([await response.blob()], name));
  try {
    const [face] = await findFaces(signal, photo);
    if (face === undefined) throw new FoveaError('No face was found in the sample photo.', 'Reload the page.');
    return { name, photo: await photoForGallery(signal, photo, face) };
  } finally {
    photo.close();
  }
}
