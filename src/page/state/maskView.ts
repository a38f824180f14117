import { createStore } from 'zustand/vanilla';

export type ResultTab = 'compare' | 'measured' | 'log';

/** How the results of the Masks bench are looked at; it outlives a visit to another bench. */
export interface MaskView {
  readonly tab: ResultTab;
  /** By title, the sections that have been opened or folded by hand. */
  readonly open: ReadonlyMap<string, boolean>;
}

export const maskViewStore = createStore<MaskView>(() => ({ tab: 'compare', open: new Map() }));
