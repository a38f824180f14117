import type { Picture } from '../../../shared/ascent';
import type { IdentityHead, Recognition } from '../../../shared/explain';
import type { LoadedNetwork } from '../../../shared/network';
import { engine } from '../../engine/instance';
import { explanationStore } from '../../state/explanation';
import { facesStore, type Stage } from '../../state/faces';
import { shownMask } from '../../state/mask';
import { type SecondAnswer, type SecondResult, secondNetworkStore } from '../../state/secondNetwork';
import { chooseTarget, type NamedTarget } from '../faces/chooseTarget';
import { cropPhoto } from '../faces/cropPhoto';
import { defaultMapLayer } from '../faces/defaultMapLayer';
import { heldPhoto } from '../faces/heldPhoto';
import { cropChoice } from '../faces/recogniseChoice';
import { targetHead } from '../faces/targetHead';
import { headFor } from '../gallery/headFor';
import { loadNetwork } from '../loadNetwork';
import { maskNow } from '../masks/maskNow';

/** Behind what the bench itself asks (10), before its measurements (5) and all ascents. */
const priority = 7;

/**
 * Shows a second network the face in view, cropped as that one wants it, and where `masked`, the same face under the
 * mask as well: recognised with its own head for the same gallery, explained by the same method at its own layer. Under
 * the mask the answer without it is explained, so that the two maps explain one thing.
 * @throws FoveaError; the signal's reason when aborted
 */
export async function askSecond(signal: AbortSignal, network: string, masked: boolean): Promise<void> {
  const { photo, choice } = facesStore.getState();
  const held = heldPhoto();
  if (photo === null || choice === null || held === null) return;
  const stage = (words: string, fraction: Stage['fraction'] = null) => {
    if (!signal.aborted) secondNetworkStore.setState({ stage: { words, fraction } });
  };
  stage('Loading the second network');
  const loaded = await loadNetwork(signal, network);
  stage('Recognising with the second network');
  const head = await headFor(signal, network, stage);
  const crop = await cropPhoto(signal, network, held, cropChoice(photo, choice));
  const { layers, method, settings, target: wanted } = explanationStore.getState();
  const layer = layers.get(network) ?? defaultMapLayer(loaded);
  const asked = { loaded, head, layer, method, settings, wanted };
  const recognition = await recognise(signal, asked, crop.input);
  const target = targetOf(asked, recognition);
  stage('Explaining the second network');
  const open = { input: crop.input, recognition, explained: await explain(signal, asked, crop.input, target) };
  signal.throwIfAborted();
  const result = { network, photo: photo.id, choice, layer, method, settings, wanted, open, masked: null };
  const mask = masked ? shownMask() : [];
  // While a mask is tried again and again, the one before stays until the new one is there.
  const { result: before } = secondNetworkStore.getState();
  const kept = mask.length > 0 && before !== null && isAlike(before, result) ? before.masked : null;
  secondNetworkStore.setState({ result: { ...result, masked: kept } });
  if (mask.length === 0) return;
  stage('The second network under the mask');
  const { input } = await maskNow(signal, { network, choice, ...crop }, mask);
  const answer: SecondAnswer = {
    input,
    recognition: await recognise(signal, asked, input),
    explained: await explain(signal, asked, input, target),
  };
  signal.throwIfAborted();
  secondNetworkStore.setState({ result: { ...result, masked: { ...answer, mask } } });
}

interface Asked extends Pick<SecondResult, 'layer' | 'method' | 'settings' | 'wanted'> {
  readonly loaded: LoadedNetwork;
  readonly head: IdentityHead | null;
}

/** Whether maps of the two can stand beside each other: one face, one layer, one method, one target. */
function isAlike(before: SecondResult, now: SecondResult): boolean {
  const parts = ['network', 'choice', 'layer', 'method', 'settings', 'wanted'] as const;
  return parts.every((part) => before[part] === now[part]);
}

function recognise(signal: AbortSignal, { loaded, head }: Asked, input: Picture): Promise<Recognition> {
  const network = loaded.info.id;
  return engine().run(signal, 'recognise', { network, input, head }, { priority });
}

/** What is explained on the bench, where this network has it, too; else its own first answer. */
function targetOf({ loaded, head, wanted: choice }: Asked, recognition: Recognition): NamedTarget | null {
  const parts = { info: loaded.info, recognition, head: head && targetHead(head), reference: null };
  return chooseTarget({ choice, ...parts }) ?? chooseTarget({ choice: { kind: 'top' }, ...parts });
}

async function explain(
  signal: AbortSignal,
  { loaded, layer, method, settings }: Asked,
  input: Picture,
  named: NamedTarget | null,
): Promise<SecondAnswer['explained']> {
  if (named === null || layer === null) return null;
  const { target, label } = named;
  const request = { network: loaded.info.id, input, target, layer, method, settings };
  const { map } = await engine().run(signal, 'explain', request, { priority });
  return { map, target, targetLabel: label };
}
