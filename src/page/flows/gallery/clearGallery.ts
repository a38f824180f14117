import { type OfferedRemoval, removeFromGallery } from '../../state/gallery/gallery';

/** Removes everybody; `undoRemoval` brings them back as long as the page is open. */
export function clearGallery(): OfferedRemoval | null {
  return removeFromGallery(() => []);
}
