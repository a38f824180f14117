import { answerOf, answersOf, rankedScores } from '../../../shared/mask/answerOf';
import { maskName } from '../../../shared/mask/maskName';
import { thumbnail } from '../../../shared/raster/thumbnail';
import { explanationStore } from '../../state/explanation';
import { facesStore } from '../../state/faces';
import { maskStore } from '../../state/mask';
import { maskResultsStore, type TriedMask } from '../../state/maskResults';
import { currentSubject } from '../faces/explainCrop';

/** Milliseconds of rest after which a mask counts as tried. */
const rest = 600;
/** Entries; the oldest go first. */
const kept = 500;
/** Pixels. */
const thumbnailSide = 64;

let waiting: ReturnType<typeof setTimeout> | null = null;
let entries = 0;

/** Logs the mask in view when nothing has changed for a moment; a newer call takes the place of an older one. */
export function tryMaskSoon(): void {
  tryMaskSoon.cancel();
  waiting = setTimeout(tryMask, rest);
}
tryMaskSoon.cancel = (): void => {
  if (waiting !== null) clearTimeout(waiting);
  waiting = null;
};

/** Logs the mask in view with its answer; nothing happens while there is none, or when it is the log's last entry. */
export function tryMask(): void {
  tryMaskSoon.cancel();
  const entry = entryOf();
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

function entryOf(): Omit<TriedMask, 'id'> | null {
  const { strokes, ready, draft } = maskStore.getState();
  const { masked, recognised, log } = maskResultsStore.getState();
  const { crop, recognition } = facesStore.getState();
  const subject = currentSubject();
  if (strokes.length === 0 || draft !== null || masked === null || subject === null) return null;
  if (recognised?.masked !== masked || masked.open !== crop?.input || recognition === null) return null;
  const [first] = rankedScores(answersOf(recognition));
  const answer = answerOf(recognised.recognition);
  if (first === undefined || answer === null) return null;
  const scores = answersOf(recognised.recognition);
  return {
    name: log.find(({ mask }) => mask === strokes)?.name ?? maskName(strokes, ready),
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
    mask: strokes,
  };
}
