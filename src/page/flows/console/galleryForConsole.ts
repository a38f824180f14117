import { FoveaError } from '../../../shared/errors';
import { readAddOptions, readTrainOptions } from '../../intake/galleryOptions';
import { galleryStore } from '../../state/gallery/gallery';
import { findByName } from '../../state/gallery/galleryEdits';
import { addPerson } from '../gallery/addPeople';
import { clearGallery } from '../gallery/clearGallery';
import { trainAnew } from '../gallery/headFor';
import { readyGallery, skipBundledPeople } from '../gallery/readyGallery';
import { removePerson } from '../gallery/removePerson';
import { loadNetwork } from '../loadNetwork';

export interface GalleryAddOptions {
  readonly name: string;
  readonly photos: readonly (Blob | ImageData)[];
  readonly group?: string;
  /** `face`: the largest face of each photo; `none`: all of it. Absent: a face, if there is one. */
  readonly crop?: 'face' | 'none';
  readonly signal?: AbortSignal;
}

export interface GalleryTrainOptions {
  readonly network: string;
  /** `masked`: every photo also counts with eyes and brows, and with mouth and jaw, blacked out. Default 'none'. */
  readonly augment?: 'none' | 'masked';
  readonly signal?: AbortSignal;
}

export interface ConsolePerson {
  readonly name: string;
  readonly group: string | null;
  readonly photos: number;
}

const never = () => new AbortController().signal;

/** The gallery for scripts; at the first start the bundled people are in it as soon as they are enrolled. */
export const galleryForConsole = {
  /**
   * Adds a person, or photos to the one of that name.
   * @throws FoveaError when a photo cannot be used: none is added then
   */
  async add(given: GalleryAddOptions): Promise<ConsolePerson> {
    const { name, photos, group = null, crop = 'auto', signal = never() } = readAddOptions(given);
    await readyGallery(signal);
    const { failures } = await addPerson(signal, { name, photos, group, crop, whole: true });
    const [failure] = failures;
    if (failure !== undefined) throw new FoveaError(`${failure.file}: ${failure.message}`, failure.remedy);
    return describe(find(name));
  },
  async list(): Promise<readonly ConsolePerson[]> {
    await readyGallery(never());
    return galleryStore.getState().people.map(describe);
  },
  /** @throws FoveaError when nobody has that name */
  async remove(name: string): Promise<void> {
    await readyGallery(never());
    removePerson(find(name).id);
  },
  async clear(): Promise<void> {
    await skipBundledPeople();
    clearGallery();
  },
  /**
   * Trains the identity head of a network on the gallery as it is; counts whom and what it has learned.
   * @throws FoveaError; the signal's reason
   */
  async train(given: GalleryTrainOptions): Promise<{ readonly people: number; readonly photos: number }> {
    const { network, augment, signal = never() } = readTrainOptions(given);
    await readyGallery(signal);
    const { info } = await loadNetwork(signal, network);
    const { head, photos } = await trainAnew(signal, info, () => {}, augment);
    return { people: head.names.length, photos };
  },
};

function find(name: string) {
  const person = findByName(galleryStore.getState().people, name);
  if (person !== undefined) return person;
  throw new FoveaError(`Nobody in the gallery is called “${name}”.`, 'fovea.gallery.list() tells the names.');
}

const describe = ({ name, group, photos }: ReturnType<typeof find>): ConsolePerson => ({
  name,
  group,
  photos: photos.length,
});
