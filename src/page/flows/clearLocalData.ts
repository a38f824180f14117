import { tileCache } from '../engine/cache/tileCache';
import { localStore } from '../engine/localStore';
import { forgetGallery } from './gallery/forgetGallery';

/**
 * Deletes everything that the page keeps on this device: the gallery, cached tiles, settings, device measurements.
 * @throws FoveaError when the device does not let go of the gallery; everything else is gone then
 */
export async function clearLocalData(): Promise<void> {
  await tileCache.clear();
  const storage = localStore();
  for (const key of Object.keys(storage ?? {})) if (key.startsWith('fovea.')) storage?.removeItem(key);
  await forgetGallery();
}
