import type { AscentSettings } from '../../shared/ascent';
import { FoveaError } from '../../shared/errors';
import type { LoadedNetwork } from '../../shared/network';
import type { CachedTile } from '../engine/cache/cachedTile';
import { tileCache } from '../engine/cache/tileCache';
import { pageKey, tileKey } from '../engine/cache/tileKey';
import { engine } from '../engine/instance';
import { pageFilters, tileCount } from '../state/pageProgress';
import { pageSize, selectionStore } from '../state/selection';
import type { Tile } from '../state/tiles';
import { resumeEngine } from './resumeEngine';
import { isWorkedOn, runTile } from './runTile';
import { cachedTileShown, keptTile, queuedTile, type TileTask } from './tileTask';
import { currentTile, replaceTiles } from './tileWriter';

export interface PageOptions {
  readonly loaded: LoadedNetwork;
  readonly layer: string;
  readonly pageStart: number;
  readonly settings: AscentSettings;
  /** Filters whose seed or last step differ from the settings', as an imported file may say. */
  readonly variants?: ReadonlyMap<number, { readonly seed: number; readonly steps: number }>;
  /** The page's tiles as they stand under settings that differ only in how a picture is shown: they are drawn anew. */
  readonly kept?: ReadonlyMap<number, Tile>;
}

/**
 * Fills the grid: what memory holds at once, what the device holds a moment later, the rest by ascent.
 * @throws FoveaError when the network has no such layer; the signal's reason when aborted
 */
export async function showPage(signal: AbortSignal, options: PageOptions): Promise<void> {
  const tasks = tasksOf(options);
  const hash = options.loaded.info.hash;
  const keys = tasks.map((task) => tileKey(hash, task.layer, task.filter, task.settings));
  const { kept = new Map<number, Tile>() } = options;
  const peeked = usable(options, tasks, keys, tileCache.peek(keys));
  const key = pageKey(hash, options.layer, options.settings);
  resumeEngine();
  replaceTiles(key, tilesOf(tasks, keys, { cached: peeked, kept }));
  if (peeked.size < keys.length) {
    const found = usable(options, tasks, keys, await tileCache.get(keys));
    signal.throwIfAborted();
    if (found.size > peeked.size) replaceTiles(key, withWorkedOn(tilesOf(tasks, keys, { cached: found, kept })));
  }
  const runs = tasks.map((task) => goOn(task, kept)).filter((task) => task !== null);
  const done = Promise.all(runs.map(runTile));
  const open = selectionStore.getState().filter;
  if (open !== null) engine().prioritise(options.loaded.info.id, options.layer, open);
  await done;
}

function tasksOf({ loaded, layer, pageStart, settings, variants, kept }: PageOptions): TileTask[] {
  const info = loaded.layers.find(({ name }) => name === layer);
  if (info === undefined)
    throw new FoveaError(`${loaded.info.name} has no layer “${layer}”.`, 'Choose a layer of the list.');
  return pageFilters(pageStart, tileCount(info.filters, settings.objective), pageSize).map((filter) => {
    const variant = variants?.get(filter) ?? kept?.get(filter) ?? settings;
    return {
      network: loaded.info.id,
      hash: loaded.info.hash,
      layer,
      filter,
      settings: { ...settings, seed: variant.seed },
      untilStep: variant.steps,
      state: null,
      priority: 0,
    };
  });
}

/** Of what is cached: a file that is repeated asks for its own steps, and not for those done beyond them since. */
function usable(
  { variants }: PageOptions,
  tasks: readonly TileTask[],
  keys: readonly string[],
  cached: ReadonlyMap<string, CachedTile>,
): ReadonlyMap<string, CachedTile> {
  if (variants === undefined) return cached;
  const steps = new Map(keys.map((key, index) => [key, tasks[index]?.untilStep ?? 0]));
  return new Map([...cached].filter(([key, { step }]) => step <= (steps.get(key) ?? 0)));
}

/** The tiles, but for those that were put to work while the device's store was asked. */
function withWorkedOn(tiles: ReadonlyMap<number, Tile>): ReadonlyMap<number, Tile> {
  return new Map(
    [...tiles].map(([filter, tile]) => [filter, isWorkedOn(filter) ? (currentTile(filter) ?? tile) : tile]),
  );
}

interface Known {
  readonly cached: ReadonlyMap<string, CachedTile>;
  readonly kept: ReadonlyMap<number, Tile>;
}

function tilesOf(tasks: readonly TileTask[], keys: readonly string[], { cached, kept }: Known) {
  const tiles = new Map<number, Tile>();
  tasks.forEach(({ filter, settings, untilStep }, index) => {
    const tile = cached.get(keys[index] ?? '');
    const steps = { ...settings, steps: untilStep };
    const old = kept.get(filter);
    const known = tile === undefined ? -1 : tile.step;
    if (old?.state != null && old.state.step > known) tiles.set(filter, keptTile(old));
    else tiles.set(filter, tile === undefined ? queuedTile(filter, steps) : cachedTileShown(filter, steps, tile));
  });
  return tiles;
}

/** The task from where its tile stands, or null when nothing is left to do. */
function goOn(task: TileTask, kept: ReadonlyMap<number, Tile>): TileTask | null {
  const tile = currentTile(task.filter);
  if (isWorkedOn(task.filter) || tile === undefined) return null;
  if (tile.step < task.untilStep) return { ...task, state: tile.state };
  const stale = tile.status !== 'dead' && tile.picture !== null && tile.picture === kept.get(task.filter)?.picture;
  return stale ? { ...task, state: tile.state, redraw: true } : null;
}
