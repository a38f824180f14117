import { tileCache } from '../engine/cache/tileCache';
import { localStore } from '../engine/localStore';
import { tilesStore } from '../state/tiles';
import { forgetGallery } from './gallery/forgetGallery';
import { forgetMasks } from './masks/forgetMasks';
import { forgetAllKept } from './networks/forgetAllKept';
import { pauseEngine } from './pauseEngine';

/**
 * Deletes everything that the page keeps on this device: the gallery, the user's own networks, cached tiles,
 * settings, device measurements; and
 * from memory the masks that were tried, with their pictures. A running page is paused: what it finished meanwhile would
 * be kept again.
 * @throws FoveaError where the browser does not let go of it
 */
export async function clearLocalData(): Promise<void> {
  if (tilesStore.getState().running) await pauseEngine();
  forgetMasks();
  const storage = localStore();
  for (const key of Object.keys(storage ?? {})) if (key.startsWith('fovea.')) storage?.removeItem(key);
  // One store that refuses must not keep the other.
  const ends = await Promise.allSettled([tileCache.clear(), forgetGallery(), forgetAllKept()]);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
