import type { Picture } from '../../../shared/ascent';
import type { IdentityHead } from '../../../shared/explain';
import { photoChoice } from '../../../shared/gallery';
import type { Mask } from '../../../shared/mask';
import { type Answer, answerOf } from '../../../shared/mask/answerOf';
import { engine } from '../../engine/instance';
import { facesStore } from '../../state/faces';
import { galleryStore } from '../../state/gallery/gallery';
import { maskStore } from '../../state/mask';
import { type AppliedRow, maskResultsStore } from '../../state/maskResults';
import { cropPhoto } from '../faces/cropPhoto';
import { heldPhoto } from '../faces/heldPhoto';
import { cropChoice } from '../faces/recogniseChoice';
import { cropKept } from '../gallery/cropKept';
import { type MaskGround, maskNow } from './maskNow';
import { measure } from './maskWork';
import { measuringPriority } from './measureOcclusion';

interface Subject {
  readonly who: string;
  readonly kind: AppliedRow['kind'];
  readonly ground: (signal: AbortSignal) => Promise<MaskGround>;
}

/**
 * Lays the mask in view over all faces of the photo and over the first photo of every person of the gallery: who is
 * named without it and with it. Rows come one by one; ends with `stopMeasurement('all')`, or a newer call. Never
 * rejects.
 */
export async function applyMaskToAll(): Promise<void> {
  const { strokes: mask } = maskStore.getState();
  const { crop, head, photo } = facesStore.getState();
  if (mask.length === 0 || crop === null || photo === null) return;
  const { network } = crop;
  const subjects = [...facesInPhoto(network), ...peopleInGallery(network)];
  await measure('all', async (signal) => {
    maskResultsStore.setState({ applied: { photo: photo.id, network, mask, rows: [], total: subjects.length } });
    for (const subject of subjects) {
      const row = await rowOf(signal, subject, mask, head);
      signal.throwIfAborted();
      if (row !== null) addRow(row);
    }
  });
}

async function rowOf(
  signal: AbortSignal,
  { who, kind, ground }: Subject,
  mask: Mask,
  head: IdentityHead | null,
): Promise<AppliedRow | null> {
  const open = await ground(signal);
  const masked = await maskNow(signal, open, mask);
  const [before, after] = await Promise.all(
    [open.input, masked.input].map((input) => recognise(signal, open.network, input, head)),
  );
  if (!before || !after) return null;
  return { who, kind, covered: masked.covered, before, after, changed: before.index !== after.index };
}

async function recognise(
  signal: AbortSignal,
  network: string,
  input: Picture,
  head: IdentityHead | null,
): Promise<Answer | null> {
  const request = { network, input, head };
  return answerOf(await engine().run(signal, 'recognise', request, { priority: measuringPriority }));
}

function facesInPhoto(network: string): Subject[] {
  const { photo } = facesStore.getState();
  const held = heldPhoto();
  if (photo === null || held === null) return [];
  return photo.faces.map((_, index) => ({
    who: `Face ${index + 1}`,
    kind: 'photo',
    ground: async (signal) => {
      const choice = { kind: 'face', index } as const;
      return { network, choice, ...(await cropPhoto(signal, network, held, cropChoice(photo, choice))) };
    },
  }));
}

function peopleInGallery(network: string): Subject[] {
  return galleryStore.getState().people.flatMap(({ name, photos: [kept] }): Subject[] => {
    if (kept === undefined) return [];
    const choice = photoChoice(kept);
    const ground = async (signal: AbortSignal) => ({ network, choice, ...(await cropKept(signal, network, kept)) });
    return [{ who: name, kind: 'gallery', ground }];
  });
}

function addRow(row: AppliedRow): void {
  maskResultsStore.setState(({ applied }) => ({
    applied: applied === null ? null : { ...applied, rows: [...applied.rows, row] },
  }));
}
