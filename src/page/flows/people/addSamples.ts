import type { Gallery, GalleryPhoto } from '../../../shared/gallery';
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
 * Adds the faces of the sample photos, in two groups by lot: nobody knows anything of these people, so that what
 * differs between the groups differs by chance.
 * @throws FoveaError when a sample photo cannot be read; the signal's reason when aborted
 */
export async function addSamples(signal: AbortSignal, onStage: OnStage = () => {}): Promise<void> {
  await readyGallery(signal, onStage);
  const kept = galleryStore.getState().people.filter(({ bundled }) => bundled);
  const people: Gallery = kept.length > 0 ? kept : await bundledPeople(signal, onStage);
  const found = splitByLot(people, seed).map(([person, lot]) => ({ ...fileOf(person), person: person.name, lot }));
  addToDraft(found);
  const lots = found.map(({ path, person, lot }) => [path, { person, group: `Lot ${lot}` }] as const);
  // What a saved study says of them holds: it may have other groups.
  peopleViewStore.setState(({ said, opened }) => ({
    said: new Map(opened === null ? [...said, ...lots] : [...lots, ...said]),
  }));
  notify({
    severity: 'info',
    message: `${people.length} faces, in two groups by lot: what differs between these differs by chance.`,
    remedy: 'The gallery holds these very photos, so that recognising them proves nothing.',
  });
}

function fileOf({ name, photos: [photo] }: Gallery[number]) {
  const picture = photo?.picture ?? new Blob();
  // The gallery's own: in a cut as close as these the detector does not see every face again.
  const landmarks = photo?.landmarks ?? null;
  const face = photo === undefined || landmarks === null ? undefined : { ...sizeOf(photo), landmarks };
  const path = `${name}.${picture.type === 'image/png' ? 'png' : 'jpg'}`;
  // The same date each time, so that adding them twice adds them once.
  return { path, file: new File([picture], path, { type: picture.type || 'image/jpeg', lastModified: 0 }), face };
}

const sizeOf = ({ width, height }: GalleryPhoto) => ({ width, height });
