import type { AscentSettings } from '../../../../shared/ascent';
import type { LoadedNetwork } from '../../../../shared/network';
import { tileCache } from '../../../engine/cache/tileCache';
import { tileKey } from '../../../engine/cache/tileKey';
import { engine } from '../../../engine/instance';
import type { Tile } from '../../../state/tiles';
import { gridHeight, gridPicture } from '../../gridPicture';
import { cachedTileShown, queuedTile, withFrame } from '../../tileTask';

export interface FigureJob {
  readonly loaded: LoadedNetwork;
  readonly layer: string;
  /** How many filters, from the first. */
  readonly filters: number;
  readonly settings: AscentSettings;
}

/** Behind what the user looks at. */
const priority = -1;

/**
 * Computes a layer's first filters, as far as they have not been computed before, and draws them as one PNG, 1075 ×
 * 1075 for 64 filters, with fewer rows for fewer. Every finished filter is kept, and so is where the others stand:
 * stopped and called again, it goes on there.
 * @param onProgress hears how many filters are finished, and the share of all steps that is done
 * @throws FoveaError; the signal's reason when aborted
 */
export async function drawFigure(
  signal: AbortSignal,
  { loaded, layer, filters, settings }: FigureJob,
  onProgress: (done: number, fraction: number) => void,
): Promise<Blob> {
  const { id, hash } = loaded.info;
  const key = (filter: number) => tileKey(hash, layer, filter, settings);
  const wanted = Array.from({ length: filters }, (_, filter) => filter);
  const cached = await tileCache.get(wanted.map(key));
  signal.throwIfAborted();
  const tiles = new Map<number, Tile>();
  for (const filter of wanted) {
    const known = cached.get(key(filter));
    tiles.set(filter, known === undefined ? queuedTile(filter, settings) : cachedTileShown(filter, settings, known));
  }
  const tell = () => {
    const all = [...tiles.values()];
    const steps = all.reduce((sum, tile) => sum + (isDone(tile) ? settings.steps : tile.step), 0);
    onProgress(all.filter(isDone).length, steps / (settings.steps * filters));
  };
  tell();
  const open = wanted.filter((filter) => !isDone(tiles.get(filter)));
  if (open.length > 0) {
    const states = new Map(open.flatMap((filter) => stateOf(tiles.get(filter))));
    const job = { network: id, layer, filters: open, settings, states, priority };
    for await (const frame of engine().ascend(signal, job)) {
      signal.throwIfAborted();
      const tile = withFrame(tiles.get(frame.filter) ?? queuedTile(frame.filter, settings), frame);
      tiles.set(frame.filter, tile);
      const { step, objectives } = tile;
      const { picture, state, dead, done } = frame;
      if (state !== null) tileCache.put(key(frame.filter), { step, objectives, picture, state, dead }, done);
      tell();
    }
  }
  const pictures = wanted
    .map((filter) => tiles.get(filter))
    .map((tile) => (tile?.dead ? null : (tile?.picture ?? null)));
  return gridPicture(pictures, gridHeight(filters)).convertToBlob({ type: 'image/png' });
}

const isDone = (tile: Tile | undefined) => tile?.status === 'done' || tile?.status === 'dead';

const stateOf = (tile: Tile | undefined) =>
  tile === undefined || tile.state === null ? [] : [[tile.filter, tile.state] as const];
