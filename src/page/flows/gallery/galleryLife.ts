import { FoveaError } from '../../../shared/errors';

let life = new AbortController();

/** Aborted when the gallery is deleted: what is on its way into it hangs on this. */
export const galleryLife = (): AbortSignal => life.signal;

/** Ends all that is on its way into the gallery. */
export function endGalleryLife(): void {
  life.abort(new FoveaError('The gallery was deleted meanwhile.', 'Add the photos again if you want them in it.'));
  life = new AbortController();
}
