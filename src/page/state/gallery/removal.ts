import { FoveaError } from '../../../shared/errors';
import type { Gallery, GalleryPerson } from '../../../shared/gallery';
import { addPerson } from './galleryEdits';

/** What the last removal took away, so that it can be undone whatever has happened since. */
export interface Removal {
  /** For a person: 'Removed Ada', 'Removed a photo of Ada', 'Removed 12 people'. */
  readonly title: string;
  /** Before and after; what both have in common was not removed. */
  readonly before: Gallery;
  readonly after: Gallery;
}

/** The removal that leads from one gallery to the other; null when nothing went. */
export function removalBetween(before: Gallery, after: Gallery): Removal | null {
  const gone = before.filter(({ id }) => !after.some((person) => person.id === id));
  const fewer = before.find(({ id, photos }) => {
    const left = after.find((person) => person.id === id);
    return left !== undefined && left.photos.length < photos.length;
  });
  const [first] = gone;
  if (gone.length > 1) return { title: `Removed ${gone.length} people`, before, after };
  if (first !== undefined) return { title: `Removed ${first.name}`, before, after };
  return fewer === undefined ? null : { title: `Removed a photo of ${fewer.name}`, before, after };
}

/**
 * Brings back what was removed, where it was, and leaves alone what was changed or added since. Photos of a person
 * whose name was given to somebody else meanwhile go to that one.
 * @throws FoveaError when a limit is reached
 */
export function undoRemoval(gallery: Gallery, { before, after }: Removal): Gallery {
  const left = new Set(after.flatMap(({ photos }) => photos.map(({ id }) => id)));
  let result = gallery;
  for (const [index, person] of before.entries()) {
    const photos = person.photos.filter(({ id }) => !left.has(id));
    const known = result.find(({ id }) => id === person.id);
    const back = { ...person, name: known?.name ?? person.name, photos };
    const restored = addPerson(result, back);
    if (restored === result) continue;
    if (restored.length > result.length) result = moveLast(restored, placeAfter(before.slice(0, index), result));
    else result = restored.map((now) => (now.id === person.id ? { ...now, photos: inOrder(now, person) } : now));
  }
  return result;
}

/**
 * A later removal, as it would have been without the one before it that is undone now: it then knows the places of what
 * that one brings back.
 */
export function rebase(later: Removal, undone: Removal): Removal {
  try {
    return { ...later, before: undoRemoval(later.before, undone), after: undoRemoval(later.after, undone) };
  } catch (error) {
    // The gallery of then had no room for both: places are all that is lost.
    if (error instanceof FoveaError) return later;
    throw error;
  }
}

/** A removal with the names and groups that its people had when later ones took them away. */
export function withNamesOf(removal: Removal, later: readonly Removal[]): Removal {
  const known = new Map(later.flatMap(({ before }) => before).map((person) => [person.id, person]));
  const before = removal.before.map((person) => {
    const { name, group } = known.get(person.id) ?? person;
    return { ...person, name, group };
  });
  return { ...removal, before };
}

/** Behind the last of these who is there. */
const placeAfter = (these: Gallery, gallery: Gallery): number =>
  gallery.findLastIndex(({ id }) => these.some((person) => person.id === id)) + 1;

/** The last person at another place. */
function moveLast(gallery: Gallery, index: number): Gallery {
  return [...gallery.slice(0, -1).slice(0, index), ...gallery.slice(-1), ...gallery.slice(0, -1).slice(index)];
}

/** Photos in the order that they had; newer ones last. */
function inOrder(now: GalleryPerson, before: GalleryPerson): GalleryPerson['photos'] {
  const place = (id: string) => {
    const index = before.photos.findIndex((photo) => photo.id === id);
    return index < 0 ? before.photos.length : index;
  };
  return [...now.photos].sort((a, b) => place(a.id) - place(b.id));
}
