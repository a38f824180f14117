import { createStore } from 'zustand/vanilla';
import type { KeptNetwork } from '../../shared/keptNetwork';

/**
 * Networks that this device keeps, by the id that they have in `networksStore`. `ready` once the device has been asked.
 * A network of the user's own that is not here lasts until the page is closed or reloaded.
 */
export const keptNetworksStore = createStore<{
  readonly ready: boolean;
  readonly kept: ReadonlyMap<string, KeptNetwork>;
}>(() => ({ ready: false, kept: new Map() }));

export function setKept(id: string, network: KeptNetwork): void {
  keptNetworksStore.setState(({ kept }) => ({ kept: new Map(kept).set(id, network) }));
}

export function forgetKept(id: string): void {
  keptNetworksStore.setState(({ kept }) => ({ kept: new Map([...kept].filter(([key]) => key !== id)) }));
}
