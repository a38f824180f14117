import { createStore } from 'zustand/vanilla';

/** Files of a network that the user has chosen or dropped and not yet described; empty while there are none. */
export const newNetworkStore = createStore<{ readonly files: readonly File[] }>(() => ({ files: [] }));

export const setNewNetwork = (files: readonly File[]): void => newNetworkStore.setState({ files });
