import type { ObjectiveKind } from '../../shared/ascent';
import type { Tile } from './tiles';

export interface PageProgress {
  /** Tiles that need no more work: done, dead or failed. */
  readonly finished: number;
  readonly total: number;
  /** 0..1, over all steps of the page. */
  readonly fraction: number;
  /** Milliseconds at the rate so far; null until the steps of two tiles have told one. */
  readonly remaining: number | null;
}

export interface PageProgressInput {
  readonly tiles: ReadonlyMap<number, Tile>;
  readonly filters: readonly number[];
  /** Steps of a tile that has not begun. */
  readonly stepsPerTile: number;
  readonly startedAt: number;
  readonly stepsAtStart: number;
  readonly now: number;
}

const settled = (tile: Tile) => tile.status === 'done' || tile.status === 'dead' || tile.status === 'failed';

/** How far a page of the grid is, and how long the rest takes at the rate since it started. */
export function pageProgress(input: PageProgressInput): PageProgress {
  let finished = 0;
  let done = 0;
  let wanted = 0;
  for (const filter of input.filters) {
    const tile = input.tiles.get(filter);
    const steps = tile?.steps ?? input.stepsPerTile;
    wanted += steps;
    if (tile === undefined) continue;
    if (settled(tile)) finished += 1;
    // A dead or failed tile has stopped early: nothing of it remains.
    done += settled(tile) ? steps : Math.min(tile.step, steps);
  }
  const elapsed = input.now - input.startedAt;
  const gained = done - input.stepsAtStart;
  // The first steps build plans and warm caches: a rate told from them alone is several times too low.
  const measurable =
    gained >= Math.min(2 * input.stepsPerTile, (wanted - input.stepsAtStart) / 2) && gained > 0 && elapsed > 0;
  return {
    finished,
    total: input.filters.length,
    fraction: wanted === 0 ? 0 : done / wanted,
    remaining: measurable ? ((wanted - done) * elapsed) / gained : null,
  };
}

/**
 * How many tiles a layer has under an objective: one that all filters share has one picture, in the first filter's
 * tile.
 */
export const tileCount = (filters: number, objective: ObjectiveKind): number =>
  objective === 'layer' ? Math.min(1, filters) : filters;

/** The filters of a page: `pageStart` and up to `size` of them, to the layer's last. */
export function pageFilters(pageStart: number, filters: number, size: number): number[] {
  return Array.from({ length: Math.max(0, Math.min(size, filters - pageStart)) }, (_, index) => pageStart + index);
}
