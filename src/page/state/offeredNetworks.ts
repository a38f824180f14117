import { createStore } from 'zustand/vanilla';
import type { OfferedNetwork } from '../../shared/offeredNetwork';

/** Empty until the server has been asked, and where it has none. */
export const offeredNetworksStore = createStore<{ readonly offered: readonly OfferedNetwork[] }>(() => ({
  offered: [],
}));
