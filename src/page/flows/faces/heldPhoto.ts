import type { Photo } from '../../intake/photo/photo';

let held: { readonly photo: Photo; readonly view: ImageBitmap } | null = null;

/** The photo on the bench, from which crops are taken; null before the first. */
export const heldPhoto = (): Photo | null => held?.photo ?? null;

/** Takes a photo in place of the one before, whose memory is freed. */
export function holdPhoto(photo: Photo, view: ImageBitmap): void {
  const before = held;
  held = { photo, view };
  before?.photo.close();
  // The page may draw the old view once more before it renders the new one.
  if (before !== null) setTimeout(() => before.view.close(), 1000);
}
