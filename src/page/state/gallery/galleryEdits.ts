/** What can be done to a gallery: pure functions that leave the given one as it is. */
import { FoveaError } from '../../../shared/errors';
import { type Gallery, type GalleryPerson, type GalleryPhoto, galleryLimits } from '../../../shared/gallery';
import { cleanGroup, cleanName, sameName } from '../../../shared/galleryNames';

/** The person of this name, whatever its case. */
export function findByName(gallery: Gallery, name: string): GalleryPerson | undefined {
  return gallery.find((person) => sameName(person.name, name));
}

/**
 * Adds a person at the end; where the name is there already, the photos go to that one, who keeps name and group (and
 * takes the group over if there was none). Photos that the gallery has, told by their id, are not added again.
 * @throws FoveaError when a limit is reached, or the name is empty or too long
 */
export function addPerson(gallery: Gallery, person: GalleryPerson): Gallery {
  const known = new Set(gallery.flatMap(({ photos }) => photos.map(({ id }) => id)));
  const fresh = uniquePhotos(person.photos).filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return gallery;
  const name = cleanName(person.name);
  const same = findByName(gallery, name);
  if (same !== undefined) {
    return change(gallery, same.id, (before) => ({
      ...before,
      group: before.group ?? cleanGroup(person.group),
      bundled: before.bundled && person.bundled,
      photos: checkPhotos(before.name, [...before.photos, ...fresh]),
    }));
  }
  if (gallery.length >= galleryLimits.people)
    throw new FoveaError(`The gallery is full: it has ${gallery.length} people.`, 'Remove somebody first.');
  const id = uniqueId(gallery, person.id);
  return [...gallery, { ...person, id, name, group: cleanGroup(person.group), photos: checkPhotos(name, fresh) }];
}

/** @throws FoveaError when the person is gone, or the name is empty, too long, or another person's */
export function renamePerson(gallery: Gallery, id: string, name: string): Gallery {
  const clean = cleanName(name);
  const taken = findByName(gallery, clean);
  if (taken !== undefined && taken.id !== id)
    throw new FoveaError(`There is a ${taken.name} already.`, 'Choose another name, or add the photos to that person.');
  return change(gallery, id, (person) => ({ ...person, name: clean }));
}

/** Puts a person into a group, or into none. @throws FoveaError when the person is gone or the label is too long */
export function setGroup(gallery: Gallery, id: string, group: string | null): Gallery {
  const clean = cleanGroup(group);
  return change(gallery, id, (person) => ({ ...person, group: clean }));
}

export function removePerson(gallery: Gallery, id: string): Gallery {
  return gallery.filter((person) => person.id !== id);
}

/** Removes one photo; with the last one the person goes. */
export function removePhoto(gallery: Gallery, photo: string): Gallery {
  return gallery
    .map((person) => {
      const photos = person.photos.filter(({ id }) => id !== photo);
      return photos.length === person.photos.length ? person : { ...person, photos };
    })
    .filter(({ photos }) => photos.length > 0);
}

/**
 * Keeps what a network says of photos, by photo id; photos that are gone are passed over, and where all are, nothing
 * changes.
 */
export function setEmbeddings(
  gallery: Gallery,
  hash: string,
  embeddings: ReadonlyMap<string, GalleryPhoto['embeddings'][string]>,
): Gallery {
  if (!gallery.some(({ photos }) => photos.some(({ id }) => embeddings.has(id)))) return gallery;
  return gallery.map((person) => {
    if (!person.photos.some(({ id }) => embeddings.has(id))) return person;
    const photos = person.photos.map((photo) => {
      const own = embeddings.get(photo.id);
      return own === undefined ? photo : { ...photo, embeddings: { ...photo.embeddings, [hash]: own } };
    });
    return { ...person, photos };
  });
}

/** All people of both, by `addPerson`'s rules. @throws FoveaError when a limit is reached; nothing is merged then */
export function mergeGalleries(gallery: Gallery, other: Gallery): Gallery {
  return other.reduce(addPerson, gallery);
}

export function countPhotos(gallery: Gallery): number {
  return gallery.reduce((sum, { photos }) => sum + photos.length, 0);
}

function find(gallery: Gallery, id: string): GalleryPerson {
  const person = gallery.find((candidate) => candidate.id === id);
  if (person !== undefined) return person;
  throw new FoveaError('This person is no longer in the gallery.', 'Choose somebody who is.');
}

function change(gallery: Gallery, id: string, edit: (person: GalleryPerson) => GalleryPerson): Gallery {
  const edited = edit(find(gallery, id));
  return gallery.map((person) => (person.id === id ? edited : person));
}

function uniquePhotos(photos: readonly GalleryPhoto[]): readonly GalleryPhoto[] {
  return [...new Map(photos.map((photo) => [photo.id, photo])).values()];
}

function checkPhotos(name: string, photos: readonly GalleryPhoto[]): readonly GalleryPhoto[] {
  if (photos.length <= galleryLimits.photos) return photos;
  throw new FoveaError(
    `${name} would have ${photos.length} photos; ${galleryLimits.photos} is the most.`,
    'Add fewer, or remove some first.',
  );
}

/** The wanted id, or one made from it: a file from elsewhere may have it for another person. */
function uniqueId(gallery: Gallery, wanted: string): string {
  let id = wanted;
  for (let number = 2; gallery.some((person) => person.id === id); number += 1) id = `${wanted}-${number}`;
  return id;
}
