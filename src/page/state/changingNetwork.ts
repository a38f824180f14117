import { createStore } from 'zustand/vanilla';

/** Networks that are being built anew with another preprocessing, name or labels: nothing else is begun on them. */
export const changingNetworkStore = createStore<{ readonly changing: ReadonlySet<string> }>(() => ({
  changing: new Set(),
}));

export function setChanging(id: string, changes: boolean): void {
  changingNetworkStore.setState(({ changing }) => {
    const others = [...changing].filter((other) => other !== id);
    return { changing: new Set(changes ? [...others, id] : others) };
  });
}
