import type { AscentSettings, AscentState } from '../../../shared/ascent';
import { toSentError } from '../../../shared/errors';
import type { CachedTile } from '../../engine/cache/cachedTile';
import { tileCache } from '../../engine/cache/tileCache';
import { pageKey, tileKey } from '../../engine/cache/tileKey';
import { engine } from '../../engine/instance';
import type { TileFrame } from '../../engine/types';
import { driverPicturesStore } from '../../state/driverPictures';
import { explanationStore } from '../../state/explanation';
import { networksStore } from '../../state/networks';
import { selectionStore } from '../../state/selection';
import type { Tile } from '../../state/tiles';
import { cachedTileShown, queuedTile, withFrame } from '../tileTask';
import { explanationSignal } from './faceWork';

/** Before the grid of bench 1; all calls of this bench go before ascents. */
const priority = 2;

interface Source {
  readonly network: string;
  readonly hash: string;
  readonly layer: string;
  readonly settings: AscentSettings;
}

/**
 * Pictures of filters of the shown map's layer, as bench 1 makes them with its settings: those that were computed
 * before at once, the others by ascent, in this order. Ends with the signal or with the explanation. Never rejects.
 */
export async function driverPictures(signal: AbortSignal, filters: readonly number[]): Promise<void> {
  const source = sourceOf();
  if (source === null) return;
  const until = AbortSignal.any([signal, explanationSignal()]);
  const { hash, layer, settings } = source;
  const keys = filters.map((filter) => tileKey(hash, layer, filter, settings));
  const key = pageKey(hash, layer, settings);
  if (driverPicturesStore.getState().key !== key) driverPicturesStore.setState({ key, tiles: new Map() });
  const cached = await tileCache.get(keys);
  if (until.aborted) return;
  const tiles = filters.map((filter, i) => tileOf(filter, settings, cached.get(keys[i] ?? '')));
  putTiles(tiles);
  const open = tiles.filter(({ step }) => step < settings.steps);
  try {
    if (open.length > 0) await ascend(until, source, open);
  } catch (error) {
    if (until.aborted) return;
    const { message } = toSentError(error);
    putTiles(open.map(({ filter }) => ({ ...queuedTile(filter, settings), status: 'failed', error: message })));
  }
}

/** The layer whose filters are wanted; null where there is no map, or its layer has no filters to maximise. */
function sourceOf(): Source | null {
  const { shown } = explanationStore.getState();
  const loaded = shown && networksStore.getState().entries.get(shown.network)?.loaded;
  if (!shown || !loaded) return null;
  const layer = loaded.layers.find(({ name }) => name === shown.layer);
  if (layer === undefined || layer.filters === 0) return null;
  return {
    network: shown.network,
    hash: loaded.info.hash,
    layer: layer.name,
    settings: selectionStore.getState().settings,
  };
}

async function ascend(signal: AbortSignal, source: Source, open: readonly Tile[]): Promise<void> {
  const { network, layer, settings } = source;
  const states = new Map<number, AscentState>();
  for (const { filter, state } of open) if (state !== null) states.set(filter, state);
  const job = { network, layer, filters: open.map(({ filter }) => filter), settings, states, priority };
  for await (const frame of engine().ascend(signal, job)) {
    const before = driverPicturesStore.getState().tiles.get(frame.filter);
    if (signal.aborted || before === undefined) return;
    const tile = withFrame(before, frame);
    putTiles([tile]);
    remember(source, tile, frame);
  }
}

function remember({ hash, layer, settings }: Source, { step, objectives }: Tile, frame: TileFrame): void {
  const { filter, picture, state, dead, done } = frame;
  if (state !== null)
    tileCache.put(tileKey(hash, layer, filter, settings), { step, objectives, picture, state, dead }, done);
}

const tileOf = (filter: number, settings: AscentSettings, cached: CachedTile | undefined): Tile =>
  cached === undefined ? queuedTile(filter, settings) : cachedTileShown(filter, settings, cached);

function putTiles(changed: readonly Tile[]): void {
  driverPicturesStore.setState(({ tiles }) => {
    const next = new Map(tiles);
    for (const tile of changed) next.set(tile.filter, tile);
    return { tiles: next };
  });
}
