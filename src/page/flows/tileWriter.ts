import { type Tile, tilesStore } from '../state/tiles';

/** Milliseconds between two writes to the store: about an animation frame, and it goes on in a hidden tab. */
const interval = 16;

const changed = new Map<number, Tile>();
let timer: ReturnType<typeof setTimeout> | null = null;

/** The tile as it will stand after the next write. */
export function currentTile(filter: number): Tile | undefined {
  return changed.get(filter) ?? tilesStore.getState().tiles.get(filter);
}

/** Changes one tile of the shown page; many changes become one write. */
export function writeTile(tile: Tile): void {
  changed.set(tile.filter, tile);
  timer ??= setTimeout(flushTiles, interval);
}

/** Writes at once what waits. */
export function flushTiles(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  if (changed.size === 0) return;
  const tiles = new Map(tilesStore.getState().tiles);
  for (const [filter, tile] of changed) tiles.set(filter, tile);
  changed.clear();
  tilesStore.setState({ tiles });
}

/** Puts another page of tiles in place of the shown one; changes that wait are of the old page, and dropped. */
export function replaceTiles(key: string, tiles: ReadonlyMap<number, Tile>): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  changed.clear();
  tilesStore.setState({ key, tiles });
  restartClock();
}

/** The time left is reckoned from now on: after a pause, or when work was added. */
export function restartClock(): void {
  flushTiles();
  let stepsAtStart = 0;
  for (const tile of tilesStore.getState().tiles.values()) stepsAtStart += tile.step;
  tilesStore.setState({ startedAt: performance.now(), stepsAtStart });
}
