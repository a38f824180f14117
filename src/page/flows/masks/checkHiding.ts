import type { Picture } from '../../../shared/ascent';
import type { IdentityHead } from '../../../shared/explain';
import type { Mask } from '../../../shared/mask';
import { type Answer, answerOf } from '../../../shared/mask/answerOf';
import { engine } from '../../engine/instance';
import { facesStore, type ShownCrop } from '../../state/faces';
import { type HidingState, maskResultsStore } from '../../state/maskResults';
import { networksStore } from '../../state/networks';
import { cropPhoto } from '../faces/cropPhoto';
import { heldPhoto } from '../faces/heldPhoto';
import { cropChoice } from '../faces/recogniseChoice';
import { headFor } from '../gallery/headFor';
import { loadNetwork } from '../loadNetwork';
import { maskNow } from './maskNow';

/**
 * Whether a mask that changes one network's answer changes another's, too: the same face, cropped as that one wants it,
 * recognised with its own head for the same gallery.
 * @throws FoveaError; the signal's reason when aborted
 */
export async function checkHiding(
  signal: AbortSignal,
  { network: searched, choice }: ShownCrop,
  mask: Mask,
): Promise<Pick<HidingState, 'check' | 'unchecked'>> {
  const { photo } = facesStore.getState();
  const held = heldPhoto();
  const network = otherFaceNetwork(searched);
  if (photo === null || held === null || network === null)
    return { check: null, unchecked: 'There is no other network here that tells people apart.' };
  const stage = (words: string, fraction: number | null) =>
    signal.aborted || maskResultsStore.setState({ stage: { words, fraction } });
  try {
    stage('Checking with another network', null);
    const { info } = await loadNetwork(signal, network);
    const head = await headFor(signal, network, stage);
    const crop = await cropPhoto(signal, network, held, cropChoice(photo, choice));
    const masked = await maskNow(signal, { network, choice, ...crop }, mask);
    const before = await answer(signal, network, crop.input, head);
    const after = await answer(signal, network, masked.input, head);
    if (before === null || after === null) return { check: null, unchecked: `${info.name} names nobody.` };
    const changed = before.index !== after.index;
    return { check: { network, networkName: info.name, before, after, changed }, unchecked: null };
  } finally {
    maskResultsStore.setState({ stage: null });
  }
}

/** The first other network that is told to have an embedding: of those that come along, the other face network. */
function otherFaceNetwork(searched: string): string | null {
  for (const [id, { spec, loaded }] of networksStore.getState().entries) {
    const outputs = spec.outputs ?? loaded?.info.outputs;
    if (id !== searched && typeof outputs?.embedding === 'string') return id;
  }
  return null;
}

async function answer(
  signal: AbortSignal,
  network: string,
  input: Picture,
  head: IdentityHead | null,
): Promise<Answer | null> {
  return answerOf(await engine().run(signal, 'recognise', { network, input, head }));
}
