import { tileCache } from '../engine/cache/tileCache';
import { localStore } from '../engine/localStore';
import { tilesStore } from '../state/tiles';
import { pauseEngine } from './pauseEngine';

/**
 * Deletes everything that the page keeps on this device: cached tiles, settings, device measurements. A running page is
 * paused: what it finished meanwhile would be kept again.
 * @throws FoveaError where the browser does not delete it
 */
export async function clearLocalData(): Promise<void> {
  if (tilesStore.getState().running) await pauseEngine();
  await tileCache.clear();
  const storage = localStore();
  for (const key of Object.keys(storage ?? {})) if (key.startsWith('fovea.')) storage?.removeItem(key);
}
