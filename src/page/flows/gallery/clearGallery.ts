import { removeFromGallery } from '../../state/gallery/gallery';
import type { Removal } from '../../state/gallery/removal';

/** Removes everybody; `undoRemoval` brings them back as long as the page is open. */
export function clearGallery(): Removal | null {
  return removeFromGallery(() => []);
}
