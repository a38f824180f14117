import type { Verdict } from './verdict';

/** Judges one input under several masks, in their order: for each pixel, other than 0 if hidden. */
export type Judge = (masks: readonly Uint8Array[]) => Promise<Verdict[]>;
