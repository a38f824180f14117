import {
  askToPersist,
  storageFacts as factsOfBrowser,
  type StorageFacts,
} from '../../engine/networkStore/storageFacts';
import { keptNetworksStore } from '../../state/keptNetworks';

export interface NetworkStorageFacts extends StorageFacts {
  /** Bytes of the kept networks' files. */
  readonly networks: number;
}

/**
 * How much room there is on this device, what this page uses of it (`usage`, pictures and gallery included), what the
 * kept networks take, and whether the browser has promised to delete nothing by itself. Never rejects.
 */
export async function storageFacts(): Promise<NetworkStorageFacts> {
  const facts = await factsOfBrowser();
  const kept = [...keptNetworksStore.getState().kept.values()];
  return { ...facts, networks: kept.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** Asks the browser to delete nothing by itself; some ask the user. Resolves to its answer and never rejects. */
export const persistStorage = (): Promise<boolean> => askToPersist();
