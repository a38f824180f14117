import type { Mask } from '../../../shared/mask';
import { answerOf, answersOf, rankedScores } from '../../../shared/mask/answerOf';
import { maskName } from '../../../shared/mask/maskName';
import { thumbnail } from '../../../shared/raster/thumbnail';
import { explanationStore } from '../../state/explanation';
import { facesStore } from '../../state/faces';
import type { PlacedReady } from '../../state/mask';
import { type MaskedInput, maskResultsStore, type TriedMask } from '../../state/maskResults';
import { currentSubject } from '../faces/explainCrop';

/** Milliseconds of rest after which a mask that is moved or grown counts as tried. */
const rest = 600;
/** Entries; the oldest go first. */
const kept = 500;
/** Pixels. */
const thumbnailSide = 64;

/** A mask that is not being painted any more. */
export interface FinishedMask {
  readonly mask: Mask;
  readonly ready: PlacedReady | null;
}

let waiting: { readonly timer: ReturnType<typeof setTimeout>; readonly run: () => void } | null = null;
let entries = 0;

/** Logs a mask when nothing has changed for a moment; a newer call takes the place of an older one. */
export function tryMaskSoon(masked: MaskedInput, finished: FinishedMask): void {
  tryMaskSoon.cancel();
  const run = () => tryMask(masked, finished);
  waiting = { timer: setTimeout(run, rest), run };
}
tryMaskSoon.cancel = (): void => {
  if (waiting !== null) clearTimeout(waiting.timer);
  waiting = null;
};
/** Logs what waits without further rest. */
tryMaskSoon.now = (): void => waiting?.run();

/**
 * Logs a mask with the answer to the input that was made from it; nothing happens while that is not there, after something
 * went wrong, or when it is the log's last entry.
 */
export function tryMask(masked: MaskedInput, finished: FinishedMask): void {
  tryMaskSoon.cancel();
  const entry = entryOf(masked, finished);
  if (entry === null) return;
  const { log } = maskResultsStore.getState();
  const last = log.at(-1);
  const isSame = (['mask', 'network', 'method', 'layer', 'firstName'] as const).every(
    (key) => last?.[key] === entry[key],
  );
  if (isSame && last?.logitChange === entry.logitChange) return;
  entries += 1;
  maskResultsStore.setState({ log: [...log, { ...entry, id: entries }].slice(-kept) });
}

/** Forgets all entries. */
export function clearLog(): void {
  maskResultsStore.setState({ log: [] });
}

function entryOf(masked: MaskedInput, { mask, ready }: FinishedMask): Omit<TriedMask, 'id'> | null {
  const { recognised, log, problem } = maskResultsStore.getState();
  const { crop, recognition } = facesStore.getState();
  const subject = currentSubject();
  if (subject === null || problem !== null) return null;
  if (recognised?.masked !== masked || masked.open !== crop?.input || recognition === null) return null;
  const [first] = rankedScores(answersOf(recognition));
  const answer = answerOf(recognised.recognition);
  if (first === undefined || answer === null) return null;
  const scores = answersOf(recognised.recognition);
  return {
    name: log.find((entry) => entry.mask === mask)?.name ?? maskName(mask, ready),
    time: Date.now(),
    network: masked.network,
    method: explanationStore.getState().method,
    layer: subject.layer,
    covered: masked.covered,
    answer,
    firstName: first.label,
    logitChange: (scores.find(({ index }) => index === first.index)?.logit ?? Number.NaN) - first.logit,
    firstRank: 1 + rankedScores(scores).findIndex(({ index }) => index === first.index),
    thumbnail: thumbnail(masked.input, thumbnailSide),
    mask,
  };
}
