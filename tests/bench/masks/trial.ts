import type { ReadyMaskId } from '../../../src/shared/mask/readyMaskIds';

/** One face under one ready-made mask, or without one, asked of one network. */
export interface MaskTrial {
  readonly network: string;
  /** Index of the person whose face it is, as the gallery numbers them. */
  readonly person: number;
  /** Null: no mask. */
  readonly mask: ReadyMaskId | null;
  /** Share of the face's pixels that are hidden, 0..1. */
  readonly covered: number;
  /** Of the face's own person, 0..1. */
  readonly probability: number;
  /** How many people are more probable than the own one. */
  readonly rank: number;
  /** Index of whom the network names, as the app does for the user; −1: nobody is near enough. */
  readonly named: number;
}

export interface MeasuredMasks {
  /** Which sample photo each person comes from, counted from 0. */
  readonly photoOf: readonly number[];
  readonly trials: readonly MaskTrial[];
}
