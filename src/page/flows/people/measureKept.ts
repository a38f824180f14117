import type { Picture } from '../../../shared/ascent';
import type { MeasuredFace } from '../../../shared/calls/peopleCalls';
import type { Mask } from '../../../shared/mask';
import { engine } from '../../engine/instance';
import type { StoredFace } from '../../engine/people/studyRecords';
import { noiseSeed } from '../masks/maskNow';
import { decodePicture } from './decodePicture';
import { mapSide, methodSettings, type StudyPlan } from './studyPlan';

/** The mask that lies over all faces, and what its fill 'other' takes pixels from. */
export interface StudyMask {
  readonly strokes: Mask;
  readonly other: Picture | null;
}

const priority = 3;

/**
 * Measures a kept face: who it is, where the network looks, and the photo's conditions; with a mask, for the answer
 * that the face has without it.
 * @throws FoveaError when the picture cannot be read or the network is lost; the signal's reason
 */
export async function measureKept(
  signal: AbortSignal,
  plan: StudyPlan,
  face: StoredFace,
  under: { readonly mask: StudyMask; readonly answer: number } | null = null,
): Promise<MeasuredFace> {
  const { network, layer, method } = plan.settings;
  const request = {
    ...{ network, layer, method, settings: methodSettings(plan), head: plan.head, side: mapSide },
    picture: await decodePicture(signal, new Blob([face.bytes], { type: face.type })),
    landmarks: face.landmarks,
    mask: under === null ? null : { ...under.mask, seed: noiseSeed },
    answer: under?.answer ?? null,
  };
  const measured = await engine().run(signal, 'measureFace', request, { priority });
  // The kept picture may be smaller than the photo, in whose pixels the size is told.
  return { ...measured, conditions: { ...measured.conditions, faceSize: face.faceSize } };
}
