import { createStore } from 'zustand/vanilla';
import type { Picture } from '../../shared/ascent';
import type { InputCheck } from '../../shared/inputCheck';

/** What a network got of one face, and how that looks to it. */
export interface CheckedInput {
  /** Of the network with the preprocessing that it then had. */
  readonly hash: string;
  /** The very pixels, before preprocessing. */
  readonly input: Picture;
  /** Whose face it is: 'Sample 1', or the photo's name. */
  readonly face: string;
  readonly check: InputCheck;
}

export const inputCheckStore = createStore<{
  /** By network. */
  readonly checked: ReadonlyMap<string, CheckedInput>;
  /** The network that is being checked. */
  readonly running: string | null;
  readonly problem: { readonly network: string; readonly message: string; readonly remedy: string } | null;
}>(() => ({ checked: new Map(), running: null, problem: null }));
