import { tileCache } from '../engine/cache/tileCache';
import { localStore } from '../engine/localStore';

/** Deletes everything that the page keeps on this device: cached tiles, settings, device measurements. */
export async function clearLocalData(): Promise<void> {
  await tileCache.clear();
  const storage = localStore();
  for (const key of Object.keys(storage ?? {})) if (key.startsWith('fovea.')) storage?.removeItem(key);
}
