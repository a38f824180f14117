import type { Picture } from '../../../shared/ascent';
import { toSentError } from '../../../shared/errors';
import { engine } from '../../engine/instance';
import { samplePhotos } from '../../engine/samples';
import { facesStore } from '../../state/faces';
import { inputCheckStore } from '../../state/inputCheck';
import { cropPhoto } from '../faces/cropPhoto';
import { heldPhoto } from '../faces/heldPhoto';
import { cropChoice } from '../faces/recogniseChoice';
import { cropKept } from '../gallery/cropKept';
import { loadNetwork } from '../loadNetwork';
import { SupersededError } from '../shownPage';
import { sampleFace } from './sampleFace';

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
    const { info, layers } = await loadNetwork(signal, network);
    const { input, face } = await faceFor(signal, network);
    // What a normalisation remembers is of many faces: one alone lies too far from their mean.
    const remembers = layers.some(({ kind }) => kind === 'BatchNormalization');
    const others = remembers ? await sampleInputs(signal, network, face) : [];
    const check = await engine().run(signal, 'checkInput', { network, inputs: [input, ...others] });
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

/** The face on the Faces bench, or else the first sample. */
async function faceFor(signal: AbortSignal, network: string): Promise<Face> {
  const { photo, choice } = facesStore.getState();
  const held = heldPhoto();
  if (photo !== null && choice !== null && held !== null) {
    const { input } = await cropPhoto(signal, network, held, cropChoice(photo, choice));
    return { input, face: photo.name };
  }
  const [first] = samplePhotos;
  if (first === undefined) throw new RangeError('Sample photos come along.');
  const { input } = await cropKept(signal, network, await sampleFace(signal, first));
  return { input, face: first.name };
}

/** What the network gets of the largest face of each sample photo but the one that is looked at: none counts twice. */
async function sampleInputs(signal: AbortSignal, network: string, shown: string): Promise<readonly Picture[]> {
  const inputs: Picture[] = [];
  for (const sample of samplePhotos.filter(({ name }) => name !== shown))
    inputs.push((await cropKept(signal, network, await sampleFace(signal, sample))).input);
  return inputs;
}
