import { toSentError } from '../../../shared/errors';
import type { Mask } from '../../../shared/mask';
import { engine } from '../../engine/instance';
import { explanationStore } from '../../state/explanation';
import { facesStore } from '../../state/faces';
import { shownMask } from '../../state/mask';
import { type MaskedInput, maskResultsStore } from '../../state/maskResults';
import { networksStore } from '../../state/networks';
import { chooseTarget } from '../faces/chooseTarget';
import { currentSubject } from '../faces/explainCrop';
import { targetHead } from '../faces/targetHead';
import { type MaskGround, maskNow } from './maskNow';
import { makeWayForMask } from './maskWork';
import { newestWins } from './newestWins';
import { type FinishedMask, tryMask, tryMaskSoon } from './tryMask';

export interface MaskChange {
  /** No stroke is being painted: the work on older ones is broken off. */
  readonly ended: boolean;
  /** Something else than the mask has changed: the same pixels are asked about again. */
  readonly anew?: boolean;
  /** One of many small steps: only the one at rest counts as tried. */
  readonly rest?: boolean;
}

/**
 * Shows the mask as it is now, and recognises and explains the face under it. Measurements that hold the workers end.
 * While a stroke is being painted at most one recognition and one explanation are under way, and the newest stroke is
 * next; at its end nothing waits for older strokes. Before the face without a mask has its answer the mask is shown,
 * and asked about when that has come. Without a mask all results go. Never rejects.
 */
export function maskChanged({ ended, anew = false, rest = false }: MaskChange): void {
  const { crop } = facesStore.getState();
  const mask = shownMask();
  if (mask.length === 0 || crop === null) {
    forgetMasked();
    return;
  }
  // Asked about anew the mask is the same: what is measured beside it may go on.
  if (!anew) makeWayForMask();
  if (!rest) tryMaskSoon.now();
  maskResultsStore.setState({ working: true, problem: null });
  asksAnew ||= anew;
  const tried = ended ? { mask, rest } : null;
  preparing.push({ crop, mask, tried }, { hurry: false });
}

/** Ends the work on the mask in view; what is on the screen stays. */
export function stopMasked(): void {
  for (const step of [preparing, recognising, explaining]) step.stop();
  tryMaskSoon.cancel();
  maskResultsStore.setState({ working: false });
}

function forgetMasked(): void {
  stopMasked();
  maskResultsStore.setState({ masked: null, recognised: null, explained: null, problem: null });
}

interface Change {
  readonly crop: MaskGround;
  readonly mask: Mask;
  /** Null while a stroke is being painted. */
  readonly tried: Tried | null;
}

interface Tried extends FinishedMask {
  readonly rest: boolean;
}

/** What is logged when the answer to an input comes: the mask that it was made from, whatever is painted by then. */
const finished = new WeakMap<MaskedInput, Tried>();

/** Outlives a change that a newer one takes the place of. */
let asksAnew = false;

/** Whether the open face has its answer, by the network in view: there is something to compare with. */
function isAnswered(open: MaskedInput['open']): boolean {
  const { crop, recognition, head } = facesStore.getState();
  return crop?.input === open && recognition !== null && (head === null || head.network === crop.network);
}

const preparing = newestWins<Change>(
  async (signal, { crop, mask, tried }) => {
    const made = await maskNow(signal, crop, mask);
    if (signal.aborted) return;
    if (!isAnswered(made.open)) {
      for (const step of [recognising, explaining]) step.stop();
      // The answer to the open face calls again.
      maskResultsStore.setState({ masked: made });
      return;
    }
    const { masked: before } = maskResultsStore.getState();
    // The end of a stroke mostly adds nothing to its last point: what is under way for that point is what is wanted.
    const masked = !asksAnew && before !== null && isSameInput(before, made) ? before : made;
    asksAnew = false;
    maskResultsStore.setState({ masked });
    if (tried !== null) finished.set(masked, tried);
    ask(masked, tried !== null);
  },
  fail,
  settle,
);

function isSameInput(a: MaskedInput, b: MaskedInput): boolean {
  if (a.network !== b.network || a.open !== b.open) return false;
  const [left, right] = [a.input.rgba, b.input.rgba];
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
}

function ask(masked: MaskedInput, hurry: boolean): void {
  const { recognised, explained, explainedTarget } = maskResultsStore.getState();
  const isRecognised = recognised?.masked === masked;
  if (isRecognised) log(masked);
  else recognising.push(masked, { hurry });
  if (explained?.masked === masked) return;
  if (isRecognised || explainedTarget === 'first') explaining.push(masked, { hurry });
  // Who is to be explained is not known before the recognition.
  else if (hurry) explaining.stop();
}

const recognising = newestWins<MaskedInput>(
  async (signal, masked) => {
    const { head } = facesStore.getState();
    const { network, input } = masked;
    const recognition = await engine().run(signal, 'recognise', { network, input, head });
    if (signal.aborted) return;
    maskResultsStore.setState({ recognised: { masked, recognition } });
    log(masked);
    if (maskResultsStore.getState().explainedTarget === 'new') explaining.push(masked, { hurry: false });
  },
  fail,
  settle,
);

const explaining = newestWins<MaskedInput>(
  async (signal, masked) => {
    const subject = subjectOf(masked);
    if (subject === null) return;
    const { method, settings } = explanationStore.getState();
    const { layer, target, label } = subject;
    const request = { network: masked.network, input: masked.input, target, layer, method, settings };
    const explanation = await engine().run(signal, 'explain', request);
    if (signal.aborted) return;
    const explained = { ...explanation, masked, method, settings, layer, target, targetLabel: label };
    maskResultsStore.setState({ explained });
  },
  fail,
  settle,
);

/** The first answer without the mask, or the one under it. */
function subjectOf(masked: MaskedInput) {
  const first = currentSubject();
  const { explainedTarget, recognised } = maskResultsStore.getState();
  if (first === null || first.input !== masked.open) return null;
  if (explainedTarget === 'first') return first;
  const info = networksStore.getState().entries.get(masked.network)?.loaded?.info;
  if (info === undefined || recognised?.masked !== masked) return null;
  const { head: whole } = facesStore.getState();
  const { recognition } = recognised;
  const head = whole && targetHead(whole);
  const top = chooseTarget({ choice: { kind: 'top' }, info, recognition, head, reference: null });
  return top === null ? null : { ...first, ...top };
}

function settle(): void {
  if (preparing.isBusy() || recognising.isBusy() || explaining.isBusy()) return;
  maskResultsStore.setState({ working: false });
}

/** Its answer is there: a finished mask has been tried. */
function log(masked: MaskedInput): void {
  const tried = finished.get(masked);
  if (tried === undefined) return;
  finished.delete(masked);
  if (tried.rest) tryMaskSoon(masked, tried);
  else tryMask(masked, tried);
}

function fail(error: unknown): void {
  const { message, remedy } = toSentError(error);
  maskResultsStore.setState({ problem: { message, remedy } });
}
