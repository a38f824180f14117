import { createStore } from 'zustand/vanilla';
import type { LoadProgress } from '../../shared/calls/networkCalls';
import type { LoadedNetwork, NetworkSpec } from '../../shared/network';

export interface NetworkEntry {
  readonly spec: NetworkSpec;
  readonly loaded: LoadedNetwork | null;
  readonly progress: LoadProgress | null;
  readonly error: { readonly message: string; readonly remedy: string } | null;
}

/** Networks known to the page, by id, in the order in which they are offered. */
export const networksStore = createStore<{ readonly entries: ReadonlyMap<string, NetworkEntry> }>(() => ({
  entries: new Map(),
}));
