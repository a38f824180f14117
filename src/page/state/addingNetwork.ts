import { createStore } from 'zustand/vanilla';
import type { LoadProgress } from '../../shared/calls/networkCalls';

/** A network that is being taken in. */
export interface AddingNetwork extends WaitingNetwork {
  /** 'Downloading', 'Reading', 'Building'. */
  readonly stage: 'downloading' | LoadProgress['stage'];
  readonly loadedBytes: number;
  /** 0 while unknown. */
  readonly totalBytes: number;
}

/** A network whose turn comes once those before it are here. */
export interface WaitingNetwork {
  /** Of its files, for a person. */
  readonly name: string;
  readonly cancel: () => void;
}

/** Why a network could not be added; what failed is offered again. */
export interface AddingProblem {
  readonly name: string;
  readonly message: string;
  readonly remedy: string;
  readonly again: () => void;
}

/** Names of classes from a file. */
export interface ReadNames {
  /** Of the file. */
  readonly file: string;
  /** Whether they are the lines of a text, which may be about anything. */
  readonly lines: boolean;
  readonly labels: readonly string[];
}

/** What is being added and what waits, names that came meanwhile, and why others could not be added. */
export const addingNetworkStore = createStore<{
  readonly adding: AddingNetwork | null;
  readonly waiting: readonly WaitingNetwork[];
  /** For the classes of the network that is being added. */
  readonly names: ReadNames | null;
  readonly problems: readonly AddingProblem[];
}>(() => ({ adding: null, waiting: [], names: null, problems: [] }));

export function dismissProblem(problem: AddingProblem): void {
  addingNetworkStore.setState(({ problems }) => ({ problems: problems.filter((other) => other !== problem) }));
}
