import { count } from './figures';
import type { HeadKind, HeldOutView, TrainingStudy } from './trainingStudy';

export const headTitles: Readonly<Record<HeadKind, string>> = {
  plain: 'photos as they are',
  masked: 'and masked copies',
  balanced: 'groups balanced',
};

export const viewTitles: Readonly<Record<HeldOutView, string>> = {
  open: 'whole face',
  eyes: 'eyes and brows hidden',
  'lower-face': 'mouth and jaw hidden',
  unseen: 'another part hidden, which no training showed',
};

/** On what the heads were tried, and how. */
export function heldOutSentence({ heldOut, persons, photos, folds, seed }: TrainingStudy): string {
  const what =
    heldOut === 'photos'
      ? 'photos that no head was trained on'
      : 'changed copies of the very photos: nobody has enough photos to hold some out, so all figures flatter';
  return (
    `${count(persons, 'person')}, ${count(photos, 'photo')}, in ${count(folds, 'fold')}, seed ${seed}. ` +
    `Each head was tried on ${what}.`
  );
}
