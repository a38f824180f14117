import { FoveaError } from '../../../shared/errors';
import type { IdentityHead } from '../../../shared/explain';
import type { FillKind, HidingStep, Mask } from '../../../shared/mask';
import { type Answer, answerOf } from '../../../shared/mask/answerOf';
import { cellsOf } from '../../../shared/mask/cellsOf';
import { engine } from '../../engine/instance';
import { facesStore, type ShownCrop } from '../../state/faces';
import { type HidingState, maskResultsStore } from '../../state/maskResults';
import { checkHiding } from './checkHiding';
import { faceToCrop, maskNow, noiseSeed } from './maskNow';
import { measure } from './maskWork';
import { measuringPriority } from './measureOcclusion';

/**
 * Searches the smallest mask under which the network names somebody else, or nobody, and shows every step. What it
 * finds is applied afresh to the face, and to the same face for another face network. Ends with
 * `stopMeasurement('hiding')`, or a newer call. Never rejects.
 */
export async function searchHiding(fill: Exclude<FillKind, 'other'>): Promise<void> {
  const { crop, head, recognition } = facesStore.getState();
  const before = recognition && answerOf(recognition);
  if (crop === null || before === null) return;
  await measure('hiding', async (signal) => {
    if (head === null || head.names.length < 2)
      throw new FoveaError('There is nobody to be mistaken for.', 'Add at least two people to the gallery.');
    start(crop, head, before, fill);
    const end = await search(signal, crop, head, fill);
    if (!end.changed) return;
    const mask = maskOf(end, crop, fill);
    const afresh = await recogniseAfresh(signal, crop, head, mask);
    signal.throwIfAborted();
    // By the page's own path the old name comes again: nothing was found, and nothing is to be checked.
    const isFound = afresh !== null && afresh.index !== before.index;
    change({ step: end, mask: isFound ? mask : [], afresh });
    if (!isFound) return;
    change(await checkHiding(signal, crop, mask));
  });
}

function start(
  { input, network }: ShownCrop,
  { names }: IdentityHead,
  before: Answer,
  fill: Exclude<FillKind, 'other'>,
): void {
  const { hiding: last, foundBefore } = maskResultsStore.getState();
  const found = last !== null && last.mask.length > 0 ? last : foundBefore;
  maskResultsStore.setState({ foundBefore: found?.input === input ? found : null });
  const nothing = { step: null, mask: [], afresh: null, check: null, unchecked: null };
  maskResultsStore.setState({ hiding: { input, network, names, before, fill, ...nothing } });
}

async function search(
  signal: AbortSignal,
  { network, input, regions }: ShownCrop,
  head: IdentityHead,
  fill: Exclude<FillKind, 'other'>,
): Promise<HidingStep> {
  const onEvent = (step: HidingStep) => {
    if (!signal.aborted) change({ step });
  };
  const request = { network, input, regions, head, fill, seed: noiseSeed };
  const step = await engine().run(signal, 'hideFace', request, { priority: measuringPriority, onEvent });
  signal.throwIfAborted();
  change({ step });
  return step;
}

/** What a search hides as a mask. */
function maskOf(
  { hidden }: HidingStep,
  crop: Pick<ShownCrop, 'network' | 'input' | 'choice'>,
  fill: Exclude<FillKind, 'other'>,
): Mask {
  const { width, height } = crop.input;
  return [{ ...cellsOf(hidden, [height, width], faceToCrop(crop), fill), from: 'search' }];
}

/**
 * The mask of a search to take: the one it has found, or where it was stopped, the smallest so far under which the name
 * changes. Empty where there is none, or none on the face in view.
 */
export function maskToTake({ mask, input, step, fill, afresh }: HidingState): Mask {
  const { crop } = facesStore.getState();
  if (crop?.input !== input) return [];
  // Done, it has a mask or none.
  if (mask.length > 0 || afresh !== null || step?.changed !== true) return mask;
  return maskOf(step, crop, fill);
}

/** By the way that every painted mask takes. */
async function recogniseAfresh(
  signal: AbortSignal,
  crop: ShownCrop,
  head: IdentityHead,
  mask: Mask,
): Promise<Answer | null> {
  const { input } = await maskNow(signal, crop, mask);
  return answerOf(await engine().run(signal, 'recognise', { network: crop.network, input, head }));
}

function change(part: Partial<HidingState>): void {
  maskResultsStore.setState(({ hiding }) => ({ hiding: hiding === null ? null : { ...hiding, ...part } }));
}
