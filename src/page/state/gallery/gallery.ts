import { createStore } from 'zustand/vanilla';
import type { Gallery } from '../../../shared/gallery';
import { type Removal, removalBetween, undoRemoval as withoutRemoval } from './removal';

export interface GalleryState {
  readonly people: Gallery;
  /** What can be brought back, each removal by itself; the last ones. */
  readonly removals: readonly Removal[];
  /** False until what is kept on this device has been read: an empty gallery says nothing before. */
  readonly ready: boolean;
}

export const galleryStore = createStore<GalleryState>(() => ({ people: [], removals: [], ready: false }));

/** Applies an edit of `galleryEdits`; what it throws leaves the gallery as it was. */
export function editGallery(edit: (people: Gallery) => Gallery): void {
  const before = galleryStore.getState().people;
  const people = edit(before);
  if (people !== before) galleryStore.setState({ people });
}

/** Removals hold photos: older ones, whose offers to undo have long gone, are let go. */
const kept = 20;

/** Applies an edit that takes something away, and remembers what. Null when nothing went. */
export function removeFromGallery(edit: (people: Gallery) => Gallery): Removal | null {
  const { people: before, removals } = galleryStore.getState();
  const people = edit(before);
  const removal = removalBetween(before, people);
  if (removal !== null) galleryStore.setState({ people, removals: [...removals, removal].slice(-kept) });
  return removal;
}

/**
 * Brings back what a removal took, whatever was removed, added or changed since. Nothing happens the second time, or
 * once the gallery was forgotten.
 * @throws FoveaError when the gallery has become too full for it
 */
export function undoRemoval(removal: Removal): void {
  const { people, removals } = galleryStore.getState();
  if (!removals.includes(removal)) return;
  galleryStore.setState({
    people: withoutRemoval(people, removal),
    removals: removals.filter((other) => other !== removal),
  });
}
