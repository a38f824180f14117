import { useSyncExternalStore } from 'react';
import type { StoreApi } from 'zustand/vanilla';

/** Binds a component to one value of a store; it renders again only when that value is another one. */
export function useStore<State, Value>(store: StoreApi<State>, select: (state: State) => Value): Value {
  const read = () => select(store.getState());
  return useSyncExternalStore(store.subscribe, read, read);
}
