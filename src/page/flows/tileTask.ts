import type { AscentSettings, AscentState } from '../../shared/ascent';
import type { CachedTile } from '../engine/cache/cachedTile';
import type { TileFrame } from '../engine/types';
import type { Tile } from '../state/tiles';

/** One filter's work for the shown page. */
export interface TileTask {
  readonly network: string;
  /** The network's hash, for the cache. */
  readonly hash: string;
  readonly layer: string;
  readonly filter: number;
  /** With the tile's own seed. */
  readonly settings: AscentSettings;
  readonly untilStep: number;
  /** Where to go on; null for a new start. */
  readonly state: AscentState | null;
  /** Higher is served first; the page's tiles have 0. */
  readonly priority: number;
  /** Nothing is left to compute: the state's picture is drawn anew. */
  readonly redraw?: boolean;
}

/** A tile that has not begun. */
export function queuedTile(filter: number, settings: AscentSettings): Tile {
  return {
    filter,
    status: 'queued',
    step: 0,
    steps: settings.steps,
    seed: settings.seed,
    objectives: [],
    picture: null,
    version: 0,
    state: null,
    error: null,
    dead: false,
  };
}

/** A tile that was computed before, to its end or in part. */
export function cachedTileShown(filter: number, settings: AscentSettings, cached: CachedTile): Tile {
  const { step, objectives, picture, state, dead } = cached;
  const finished = step >= settings.steps;
  return {
    ...queuedTile(filter, settings),
    status: finished ? (dead ? 'dead' : 'done') : 'queued',
    step,
    steps: Math.max(step, settings.steps),
    objectives,
    picture,
    version: 1,
    state,
    dead,
  };
}

/** A tile from where its last slice ended, for a page that shows the same ascent in another way. */
export function keptTile(tile: Tile): Tile {
  const { state, objectives, status } = tile;
  const kept = { ...tile, error: null, step: state?.step ?? 0, objectives: objectives.slice(0, state?.step ?? 0) };
  return { ...kept, status: status === 'done' || status === 'dead' ? status : 'queued' };
}

/** The tile with one more frame. */
export function withFrame(tile: Tile, frame: TileFrame): Tile {
  return {
    ...tile,
    status: frame.done ? (frame.dead ? 'dead' : 'done') : 'running',
    step: frame.step,
    objectives: withObjectives(tile.objectives, frame),
    picture: frame.picture,
    version: tile.version + 1,
    state: frame.state ?? tile.state,
    dead: frame.dead,
  };
}

/** Objectives by step; those of steps that no frame told of are NaN. */
function withObjectives(objectives: readonly number[], frame: TileFrame): readonly number[] {
  if (frame.objectives.length === 0) return objectives;
  const before = frame.step - frame.objectives.length;
  const gap = Math.max(0, before - objectives.length);
  return [...objectives.slice(0, before), ...Array<number>(gap).fill(Number.NaN), ...frame.objectives];
}
