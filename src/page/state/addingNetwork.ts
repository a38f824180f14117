import { createStore } from 'zustand/vanilla';
import type { LoadProgress } from '../../shared/protocol';

/** A network that is being taken in. */
export interface AddingNetwork {
  /** Of its files, for a person. */
  readonly name: string;
  /** 'Downloading', 'Reading', 'Building'. */
  readonly stage: 'downloading' | LoadProgress['stage'];
  readonly loadedBytes: number;
  /** 0 while unknown. */
  readonly totalBytes: number;
  readonly cancel: () => void;
}

/** What is being added, and why the last one could not be; files that failed are offered again. */
export const addingNetworkStore = createStore<{
  readonly adding: AddingNetwork | null;
  readonly problem: {
    readonly name: string;
    readonly message: string;
    readonly remedy: string;
    /** Null where trying again with the same files makes no sense. */
    readonly again: (() => void) | null;
  } | null;
}>(() => ({ adding: null, problem: null }));
