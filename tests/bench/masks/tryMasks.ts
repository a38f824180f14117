import { engine } from '../../../src/page/engine/instance';
import { cropPhoto } from '../../../src/page/flows/faces/cropPhoto';
import { cropChoice } from '../../../src/page/flows/faces/recogniseChoice';
import { type MaskGround, maskNow } from '../../../src/page/flows/masks/maskNow';
import { toggleReady } from '../../../src/page/flows/masks/placeReady';
import type { Photo } from '../../../src/page/intake/photo/photo';
import { facesStore, type ShownCrop, type ShownPhoto } from '../../../src/page/state/faces';
import { maskStore } from '../../../src/page/state/mask';
import type { IdentityHead } from '../../../src/shared/explain';
import type { DetectedFace } from '../../../src/shared/face';
import type { Mask } from '../../../src/shared/mask';
import { answerOf } from '../../../src/shared/mask/answerOf';
import type { ReadyMaskId } from '../../../src/shared/mask/readyMaskIds';
import type { MaskTrial } from './trial';

/** A face of a photo, and whose it is. */
export interface PhotoFace {
  readonly photo: Photo;
  readonly faces: readonly DetectedFace[];
  readonly index: number;
  readonly person: number;
}

/**
 * Who a network says a face is, without a mask and under black ready-made ones, by the steps of the Masks bench: crop,
 * place by the face's own landmarks, paint, recognise.
 */
export async function tryMasks(
  signal: AbortSignal,
  { photo, faces, index, person }: PhotoFace,
  head: IdentityHead,
  masks: readonly ReadyMaskId[],
): Promise<readonly MaskTrial[]> {
  const { network } = head;
  const { width, height, bitmap: view } = photo;
  const shown: ShownPhoto = { id: 0, name: '', width, height, view, faces };
  const choice = { kind: 'face', index } as const;
  const crop = { network, choice, ...(await cropPhoto(signal, network, photo, cropChoice(shown, choice))) };
  const trials: MaskTrial[] = [];
  for (const mask of [null, ...masks]) {
    const strokes = mask === null ? [] : strokesOf(shown, crop, mask);
    trials.push({ network, person, mask, ...(await ask(signal, crop, strokes, head, person)) });
  }
  return trials;
}

/** Nothing is awaited here: no other face comes into view between the steps. */
function strokesOf(photo: ShownPhoto, crop: ShownCrop, mask: ReadyMaskId): Mask {
  facesStore.setState({ photo, crop });
  maskStore.setState({ strokes: [], ready: null, fill: 'black' });
  toggleReady(mask);
  return maskStore.getState().strokes;
}

async function ask(signal: AbortSignal, ground: MaskGround, mask: Mask, head: IdentityHead, person: number) {
  const { input, covered } = await maskNow(signal, ground, mask);
  const recognition = await engine().run(signal, 'recognise', { network: ground.network, input, head });
  const scores = recognition.identity?.scores ?? [];
  const own = scores.find(({ index }) => index === person);
  const answer = answerOf(recognition);
  if (own === undefined || answer === null) throw new Error(`${head.network} does not know person ${person}.`);
  const rank = scores.filter(({ logit }) => logit > own.logit).length;
  return { covered, probability: own.probability, rank, named: answer.index };
}
