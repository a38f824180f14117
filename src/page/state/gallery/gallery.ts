import { createStore } from 'zustand/vanilla';
import type { Gallery } from '../../../shared/gallery';
import { type Removal, rebase, removalBetween, undoRemoval as undo, withNamesOf } from './removal';

/** A removal that is offered to be undone, under a number of its own. */
export interface OfferedRemoval extends Removal {
  readonly id: number;
}

export interface GalleryState {
  readonly people: Gallery;
  /** What can be brought back, each removal by itself, in the order in which they were made; the last ones. */
  readonly removals: readonly OfferedRemoval[];
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

let lastId = 0;

/** Applies an edit that takes something away, and remembers what. Null when nothing went. */
export function removeFromGallery(edit: (people: Gallery) => Gallery): OfferedRemoval | null {
  const { people: before, removals } = galleryStore.getState();
  const people = edit(before);
  const removal = removalBetween(before, people);
  if (removal === null) return null;
  lastId += 1;
  const offered = { ...removal, id: lastId };
  galleryStore.setState({ people, removals: [...removals, offered].slice(-kept) });
  return offered;
}

/**
 * Brings back what a removal took, where it was, whatever was removed, added or renamed since. False when it cannot any
 * more: it was done before, too many removals came after it, or the gallery was forgotten.
 * @param id of what `removeFromGallery` gave
 * @throws FoveaError when the gallery has become too full for it
 */
export function undoRemoval(id: number): boolean {
  const { people, removals } = galleryStore.getState();
  const place = removals.findIndex((removal) => removal.id === id);
  const removal = removals[place];
  if (removal === undefined) return false;
  const later = removals.slice(place + 1);
  const named = withNamesOf(removal, later);
  galleryStore.setState({
    people: undo(people, named),
    removals: [...removals.slice(0, place), ...later.map((other) => ({ ...rebase(other, named), id: other.id }))],
  });
  return true;
}
