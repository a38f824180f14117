import { engine } from '../../../src/page/engine/instance';
import { cropKept } from '../../../src/page/flows/gallery/cropKept';
import { faceToCrop, type MaskGround, maskNow, noiseSeed } from '../../../src/page/flows/masks/maskNow';
import { galleryStore } from '../../../src/page/state/gallery/gallery';
import type { IdentityHead } from '../../../src/shared/explain';
import type { FillKind, HidingStep, Mask } from '../../../src/shared/mask';
import { type Answer, answerOf } from '../../../src/shared/mask/answerOf';
import { cellsOf } from '../../../src/shared/mask/cellsOf';

/** What a network gets of the photo that somebody of the gallery was enrolled with. */
export async function groundOf(signal: AbortSignal, network: string, person: number): Promise<MaskGround> {
  const kept = galleryStore.getState().people[person]?.photos[0];
  if (kept === undefined) throw new Error(`There is no person ${person}.`);
  return { network, choice: { kind: 'face' }, ...(await cropKept(signal, network, kept)) };
}

/** The search for a small mask, and what it has found as a mask in face coordinates. */
export async function searchMask(
  signal: AbortSignal,
  ground: MaskGround,
  head: IdentityHead,
  fill: Exclude<FillKind, 'other'>,
): Promise<{ readonly end: HidingStep; readonly mask: Mask }> {
  const { network, input, regions } = ground;
  const request = { network, input, regions, head, fill, seed: noiseSeed };
  const end = await engine().run(signal, 'hideFace', request, { onEvent: () => {} });
  return { end, mask: [cellsOf(end.hidden, [input.height, input.width], faceToCrop(ground), fill)] };
}

/** Who is named when the page paints a mask over a face. */
export async function answerUnder(
  signal: AbortSignal,
  ground: MaskGround,
  mask: Mask,
  head: IdentityHead,
): Promise<Answer> {
  const { input } = await maskNow(signal, ground, mask);
  const answer = answerOf(await engine().run(signal, 'recognise', { network: ground.network, input, head }));
  if (answer === null) throw new Error(`${ground.network} names nobody.`);
  return answer;
}
