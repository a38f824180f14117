import { createStore } from 'zustand/vanilla';
import type { WeightPrecision } from '../../shared/network';

/** What a smaller copy of a network's weights was found to change; see `OutputChange`. */
export interface MeasuredChange {
  readonly faces: number;
  readonly probability: number | null;
  readonly renamed: number | null;
  readonly cosine: number | null;
  readonly zeros: number;
  readonly bytesBefore: number;
  readonly bytesAfter: number;
}

/** A kept network that is being written anew in a lower precision. */
export interface PrecisionTrial {
  readonly network: string;
  readonly to: WeightPrecision;
  /** 0..1 of the smaller copy that is written; null before and after that. */
  readonly written: number | null;
  /** Null until it is measured: then somebody has to decide. */
  readonly change: MeasuredChange | null;
  readonly decide: (take: boolean) => void;
  readonly cancel: () => void;
}

export const precisionTrialStore = createStore<{
  readonly trial: PrecisionTrial | null;
  readonly problem: { readonly network: string; readonly message: string; readonly remedy: string } | null;
  /** The measured change of those that were taken, by network. */
  readonly taken: ReadonlyMap<string, MeasuredChange>;
}>(() => ({ trial: null, problem: null, taken: new Map() }));
