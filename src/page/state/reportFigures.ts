import { createStore } from 'zustand/vanilla';

/** One figure: a layer's first 64 filters. */
export interface FigureProgress {
  readonly layer: string;
  /** How many filters it shows. */
  readonly filters: number;
  /** How many of them are finished. */
  readonly done: number;
  /** Steps made of its unfinished filters, over the steps of all: 0..1, finished ones included. */
  readonly fraction: number;
  /** The finished grid; null while it is not. */
  readonly png: Blob | null;
}

/** The report's figures of one network, while they are made and afterwards. */
export interface FiguresRun {
  readonly network: string;
  readonly hash: string;
  readonly figures: readonly FigureProgress[];
  readonly running: boolean;
  /** `performance.now()` when it was started or went on, and the mean fraction at that moment. */
  readonly startedAt: number;
  readonly fractionAtStart: number;
  readonly problem: { readonly message: string; readonly remedy: string } | null;
}

export const reportFiguresStore = createStore<{ readonly run: FiguresRun | null }>(() => ({ run: null }));

/** How much of all figures is done, 0..1. */
export const figuresFraction = (figures: readonly FigureProgress[]): number =>
  figures.reduce((sum, { fraction }) => sum + fraction, 0) / Math.max(1, figures.length);
