import { createStore } from 'zustand/vanilla';
import type { AscentState, Picture } from '../../shared/ascent';

export type TileStatus = 'queued' | 'running' | 'done' | 'dead' | 'failed';

/** One filter's picture as it stands. The picture's buffer is drawn by a painter; `version` tells when to. */
export interface Tile {
  readonly filter: number;
  readonly status: TileStatus;
  readonly step: number;
  readonly steps: number;
  /** Of this tile's random start: "again with another seed" makes it differ from the page's settings. */
  readonly seed: number;
  /** Objective of the image before each step, from step 1. */
  readonly objectives: readonly number[];
  readonly picture: Picture | null;
  readonly version: number;
  /** To go on from; null until a slice has ended. */
  readonly state: AscentState | null;
  readonly error: string | null;
  /** Every objective so far was exactly 0: there is no picture to show, and at the end the filter is dead. */
  readonly dead: boolean;
}

export interface TilesState {
  /** Identity of what the tiles show: network hash, layer and settings; a new one empties the map. */
  readonly key: string;
  readonly tiles: ReadonlyMap<number, Tile>;
  readonly running: boolean;
  readonly paused: boolean;
  /** `performance.now()` at the start of the running page, and steps that were already done then (cache). */
  readonly startedAt: number;
  readonly stepsAtStart: number;
}

export const tilesStore = createStore<TilesState>(() => ({
  key: '',
  tiles: new Map(),
  running: false,
  paused: false,
  startedAt: 0,
  stepsAtStart: 0,
}));
