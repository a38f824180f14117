import type { Gallery } from '../../../shared/gallery';
import { galleryStore } from '../../state/gallery/gallery';
import { notify } from '../../state/notices';
import { peopleViewStore } from '../../state/peopleView';
import { bundledPeople } from '../gallery/bundledPeople';
import { readyGallery } from '../gallery/readyGallery';
import type { OnStage } from '../gallery/trainHead';
import { addToDraft } from './addToDraft';
import { splitByLot } from './splitByLot';

const seed = 1;

/**
 * Adds the faces of the sample photos, in two groups by lot: nobody knows anything of these people, so that what differs
 * between the groups differs by chance.
 * @throws FoveaError when a sample photo cannot be read; the signal's reason when aborted
 */
export async function addSamples(signal: AbortSignal, onStage: OnStage = () => {}): Promise<void> {
  await readyGallery(signal, onStage);
  const kept = galleryStore.getState().people.filter(({ bundled }) => bundled);
  const people: Gallery = kept.length > 0 ? kept : await bundledPeople(signal, onStage);
  const found = await Promise.all(
    splitByLot(people, seed).map(async ([person, lot]) => ({
      ...(await fileOf(signal, person)),
      ...{ person: person.name, lot },
    })),
  );
  addToDraft(found);
  peopleViewStore.setState(({ said }) => ({
    said: new Map([...said, ...found.map(({ path, person, lot }) => [path, { person, group: `Lot ${lot}` }] as const)]),
  }));
  notify({
    severity: 'info',
    message: `${people.length} faces, in two groups by lot: what differs between these differs by chance.`,
    remedy: 'The gallery holds these very photos, so that recognising them proves nothing.',
  });
}

async function fileOf(signal: AbortSignal, { name, photos }: Gallery[number]) {
  const path = `${name}.jpg`;
  const picture = await withRoom(photos[0]?.picture ?? new Blob());
  signal.throwIfAborted();
  // The same date each time, so that adding them twice adds them once.
  return { path, file: new File([picture], path, { type: picture.type, lastModified: 0 }) };
}

/** Of the gallery's picture, at each side. */
const room = 0.3;

/**
 * A kept face fills its picture, and the detector overlooks what is too large: with grey around it, it finds the face again.
 * @throws DOMException when the picture cannot be decoded
 */
async function withRoom(picture: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(picture);
  try {
    const [x, y] = [Math.round(bitmap.width * room), Math.round(bitmap.height * room)];
    const canvas = new OffscreenCanvas(bitmap.width + 2 * x, bitmap.height + 2 * y);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('No 2D canvas.');
    context.fillStyle = '#808080';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, x, y);
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
  } finally {
    bitmap.close();
  }
}
