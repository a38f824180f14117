import { keptNetworksStore } from '../../state/keptNetworks';
import { networksStore } from '../../state/networks';
import { writeRecord } from './writeRecord';

/**
 * Keeps what has changed of a kept network but its files: name, preprocessing, labels. One that is not kept stays so.
 * @throws FoveaError when it cannot be written
 */
export async function keepChange(id: string): Promise<void> {
  const kept = keptNetworksStore.getState().kept.get(id);
  const entry = networksStore.getState().entries.get(id);
  if (kept === undefined || entry === undefined || entry.loaded === null) return;
  const { source: _, ...spec } = entry.spec;
  // Under the id that other tabs know it by: here it may have another one.
  const record = {
    ...kept,
    spec: { ...spec, id: kept.spec.id },
    hash: entry.loaded.info.hash,
  };
  await writeRecord(id, record, { instead: kept.folder });
}
