import { createStore } from 'zustand/vanilla';
import type { Gallery } from '../../../shared/gallery';
import { type Removal, removalBetween, undoRemoval } from './removal';

export interface GalleryState {
  readonly people: Gallery;
  /** The last removal; null when there is none that could be undone. */
  readonly removed: Removal | null;
  /** False until what is kept on this device has been read: an empty gallery says nothing before. */
  readonly ready: boolean;
}

export const galleryStore = createStore<GalleryState>(() => ({ people: [], removed: null, ready: false }));

/** Applies an edit of `galleryEdits`; what it throws leaves the gallery as it was. */
export function editGallery(edit: (people: Gallery) => Gallery): void {
  const before = galleryStore.getState().people;
  const people = edit(before);
  if (people !== before) galleryStore.setState({ people });
}

/** Applies an edit that takes something away, and remembers what. */
export function removeFromGallery(edit: (people: Gallery) => Gallery): void {
  const before = galleryStore.getState().people;
  const people = edit(before);
  const removed = removalBetween(before, people);
  if (removed !== null) galleryStore.setState({ people, removed });
}

/** Undoes the last removal. @throws FoveaError when the gallery has become too full for it */
export function undoLastRemoval(): void {
  const { people, removed } = galleryStore.getState();
  if (removed !== null) galleryStore.setState({ people: undoRemoval(people, removed), removed: null });
}
