import type { Mask } from '../../../shared/mask';
import { answerOf, answersOf, rankedScores } from '../../../shared/mask/answerOf';
import { maskName } from '../../../shared/mask/maskName';
import { sameMask } from '../../../shared/mask/sameMask';
import { thumbnail } from '../../../shared/raster/thumbnail';
import { explanationStore } from '../../state/explanation';
import { type FaceChoice, facesStore } from '../../state/faces';
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
 * Logs a mask with the answer to the input that was made from it; nothing happens while that is not there, after
 * something went wrong, or when the log has it: undone, done again or put back a mask is the same, and so is its
 * answer.
 */
export function tryMask(masked: MaskedInput, finished: FinishedMask): void {
  tryMaskSoon.cancel();
  const entry = entryOf(masked, finished);
  if (entry === null) return;
  const { log } = maskResultsStore.getState();
  if (log.some((before) => isSameTry(before, entry))) return;
  entries += 1;
  maskResultsStore.setState({ log: [...log, { ...entry, id: entries }].slice(-kept) });
}

type Entry = Omit<TriedMask, 'id'>;

/** Two passes over one input differ by rounding. */
const rounding = 1e-3;

function isSameTry(a: Entry, b: Entry): boolean {
  const subject = ['photoId', 'face', 'network', 'method', 'layer', 'firstName'] as const;
  const isSame = subject.every((key) => a[key] === b[key]) && sameMask(a.mask, b.mask);
  return isSame && Math.abs(a.logitChange - b.logitChange) < rounding;
}

/** Forgets all entries. */
export function clearLog(): void {
  maskResultsStore.setState({ log: [] });
}

function entryOf(masked: MaskedInput, { mask }: FinishedMask): Entry | null {
  const { recognised, problem } = maskResultsStore.getState();
  const { crop, recognition, photo } = facesStore.getState();
  const subject = currentSubject();
  if (subject === null || problem !== null) return null;
  if (recognised?.masked !== masked || masked.open !== crop?.input || recognition === null) return null;
  // Beside the picture, or opened again altogether: nothing was tried.
  if (masked.raster.every((value) => value === 0)) return null;
  const [first] = rankedScores(answersOf(recognition));
  const answer = answerOf(recognised.recognition);
  if (first === undefined || answer === null) return null;
  const scores = answersOf(recognised.recognition);
  return {
    name: maskName(mask),
    photoId: photo?.id ?? 0,
    photo: photo?.name ?? '',
    face: faceWords(crop.choice),
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

function faceWords(choice: FaceChoice): string {
  if (choice.kind === 'face') return `Face ${choice.index + 1}`;
  return choice.kind === 'box' ? 'Box' : 'Whole photo';
}
