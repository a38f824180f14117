import { FoveaError } from '../../../../shared/errors';
import type { HidingStep } from '../../../../shared/mask';
import { nativeSize } from '../../../network/plan';
import type { Model } from '../../question';
import { checkHead } from '../../target/checkHead';
import { checkRegions } from '../checkRegions';
import { everyInterval } from '../everyInterval';
import { countOf, faceOf, type PixelSet } from './pixelSets';
import { searchMask } from './searchMask';
import { type Scene, Trials } from './trials';

/** Milliseconds between two steps told. */
const interval = 50;

type Answer = HidingStep['answer'];

/**
 * A small mask on the face under which the network names somebody else, or nobody (`searchMask`). Greedy: nothing says
 * that there is no smaller one. Deterministic on one device.
 * @param labels for each pixel of the input, the index of its region
 * @param onStep hears of states on the way, also while many masks are tried and none of them is taken; its
 *   `probability` is that of the most probable person, also where it is too far
 * @returns the last state, phase `done`: its answer is that of a fresh pass over the one input under the mask.
 *   `changed` is false where no mask was found that changes the name, not even on the whole face; the whole face is
 *   then hidden.
 * @throws FoveaError if there is no face, or nobody is named without a mask; the signal's reason when aborted
 */
export async function hideFace(
  signal: AbortSignal,
  model: Model,
  scene: Scene,
  labels: Uint8Array,
  onStep: (step: HidingStep) => void,
): Promise<HidingStep> {
  checkHead(model.network, scene.head);
  checkRegions(labels, scene.input);
  const face = faceOf(labels);
  if (countOf(face) === 0) throw new FoveaError('There is no face to hide here.', 'Choose a photo with landmarks.');
  const named = await nameWithout(signal, model, scene, face.length);
  const toStep = (phase: HidingStep['phase'], hidden: PixelSet, { index, probability }: Answer): HidingStep => ({
    phase,
    hidden: hidden.slice(),
    covered: countOf(hidden) / countOf(face),
    answer: { index, probability },
    changed: index !== named,
    // One pass more, without a mask.
    tried: trials.tried + 1,
  });
  const due = everyInterval(interval);
  let state: (() => HidingStep) | null = null;
  const tell = () => {
    if (state !== null && due()) onStep(state());
  };
  const trials = new Trials(signal, model, scene, named, tell);
  const judge = trials.judge.bind(trials);
  const masks = await searchMask(judge, labels, nativeSize(model.network.graph), (phase, { hidden, verdict }) => {
    state = () => toStep(phase, hidden, verdict);
    tell();
  });
  // Rounding can differ between a batch and a pass of its own: what counts is the mask applied afresh.
  for (const { hidden } of masks.toReversed()) {
    const answer = await trials.afresh(hidden);
    if (answer.index !== named) return toStep('done', hidden, answer);
  }
  return toStep('done', face, await trials.afresh(face));
}

async function nameWithout(signal: AbortSignal, model: Model, scene: Scene, pixels: number): Promise<number> {
  const { index } = await new Trials(signal, model, scene, -1).afresh(new Uint8Array(pixels));
  if (index >= 0) return index;
  throw new FoveaError('The network names nobody on this photo.', 'Choose a photo of somebody in the gallery.');
}
