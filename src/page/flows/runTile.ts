import { toSentError } from '../../shared/errors';
import { tileCache } from '../engine/cache/tileCache';
import { tileKey } from '../engine/cache/tileKey';
import { engine } from '../engine/instance';
import type { AscentJob, TileFrame } from '../engine/types';
import { notify } from '../state/notices';
import { tilesStore } from '../state/tiles';
import { shownSignal } from './shownPage';
import { type TileTask, withFrame } from './tileTask';
import { currentTile, flushTiles, writeTile } from './tileWriter';

/** Who works on which tile of the shown page: a newer task for a filter takes the older one's place. */
const running = new Map<number, { readonly controller: AbortController; readonly page: AbortSignal }>();

/** True while this filter of the shown page is being worked on. */
export const isWorkedOn = (filter: number): boolean => running.get(filter)?.page.aborted === false;

/**
 * Works on one tile of the shown page and writes it to the store as it sharpens. Each tile is a job of its own, so a
 * filter that fails leaves the others alone. Never rejects: errors land in the tile.
 */
export async function runTile(task: TileTask): Promise<void> {
  const page = shownSignal();
  const controller = new AbortController();
  running.get(task.filter)?.controller.abort();
  running.set(task.filter, { controller, page });
  const signal = AbortSignal.any([page, controller.signal]);
  tilesStore.setState({ running: true });
  try {
    for await (const frame of engine().ascend(signal, jobOf(task))) if (!signal.aborted) takeFrame(task, frame);
  } catch (error) {
    if (!signal.aborted) markFailed(task.filter, error);
  } finally {
    // A newer task of this filter, or a newer page, has its own entry.
    if (running.get(task.filter)?.controller === controller) running.delete(task.filter);
    if (!page.aborted) flushTiles();
    if (running.size === 0) tilesStore.setState({ running: false });
  }
}

function jobOf({ network, layer, filter, settings, untilStep, state, priority, redraw = false }: TileTask): AscentJob {
  const states = state === null ? {} : { states: new Map([[filter, state]]) };
  return { network, layer, filters: [filter], settings, untilStep, priority, redraw, ...states };
}

function takeFrame(task: TileTask, frame: TileFrame): void {
  const before = currentTile(task.filter);
  if (before === undefined) return;
  const tile = withFrame(before, frame);
  writeTile(tile);
  if (frame.state === null) return;
  const key = tileKey(task.hash, task.layer, task.filter, task.settings);
  const { step, objectives } = tile;
  tileCache.put(key, { step, objectives, picture: frame.picture, state: frame.state, dead: frame.dead }, frame.done);
}

function markFailed(filter: number, error: unknown): void {
  const { message, remedy } = toSentError(error);
  const tile = currentTile(filter);
  if (tile === undefined) return;
  const told = [...tilesStore.getState().tiles.values()].some((other) => other.error === message);
  writeTile({ ...tile, status: 'failed', error: message });
  flushTiles();
  // One cause often fails a whole page: it is told once.
  if (!told) notify({ severity: 'error', message, remedy });
}
