import { toSentError } from '../../../shared/errors';
import type { CropChoice } from '../../../shared/face';
import { engine } from '../../engine/instance';
import { evidenceStore } from '../../state/explanation';
import { type FaceChoice, facesStore, type ShownPhoto } from '../../state/faces';
import { selectionStore } from '../../state/selection';
import { headFor } from '../gallery/headFor';
import { loadNetwork } from '../loadNetwork';
import { cropPhoto } from './cropPhoto';
import { explainCrop } from './explainCrop';
import { supersedePhoto, supersedeRecognition } from './faceWork';
import { heldPhoto } from './heldPhoto';

/** Looks at another face, at a box that the user drew, or at the whole photo. Never rejects. */
export async function chooseFace(choice: FaceChoice): Promise<void> {
  supersedePhoto();
  facesStore.setState({ choice, crop: null, recognition: null, problem: null });
  await recogniseChoice();
}

/**
 * Crops the chosen part of the photo for the selected network, asks who it is, and explains the answer. A newer call
 * takes the place of an older one. Never rejects.
 */
export async function recogniseChoice(): Promise<void> {
  const signal = supersedeRecognition();
  const { photo, choice } = facesStore.getState();
  const held = heldPhoto();
  if (photo === null || choice === null || held === null) return;
  const { network } = selectionStore.getState();
  try {
    facesStore.setState({ stage: { words: 'Loading the network', fraction: null } });
    await loadNetwork(signal, network);
    const crop = await cropPhoto(signal, network, held, cropChoice(photo, choice));
    // Another network's answer says nothing of this crop, and its filters are not this one's.
    const same = facesStore.getState().crop?.network === network;
    if (!same) evidenceStore.setState({ evidence: null, cell: null, running: false });
    facesStore.setState({
      crop: { network, choice, ...crop },
      ...(same ? {} : { recognition: null, head: null }),
    });
    const head = await headFor(signal, network, (words, fraction) => {
      if (!signal.aborted) facesStore.setState({ stage: { words, fraction } });
    });
    facesStore.setState({ stage: { words: 'Recognising', fraction: null } });
    const recognition = await engine().run(signal, 'recognise', { network, input: crop.input, head });
    facesStore.setState({ recognition, head, stage: null });
    await explainCrop();
  } catch (error) {
    if (signal.aborted) return;
    const { message, remedy } = toSentError(error);
    facesStore.setState({ stage: null, problem: { message, remedy } });
  }
}

/** The choice as the worker takes it. */
export function cropChoice(photo: Pick<ShownPhoto, 'faces'>, choice: FaceChoice): CropChoice {
  if (choice.kind !== 'face') return choice;
  return { kind: 'face', landmarks: photo.faces[choice.index]?.landmarks ?? [] };
}
