import type { Tile } from '../../state/tiles';
import { formatObjective } from '../../ui/format';

export interface TileWords {
  /** Spoken between the filter's index and the value. */
  readonly state: string;
  /** The objective, shown and spoken; empty while there is none. */
  readonly value: string;
}

/** A tile in words: “Filter 12” + state + value is what a screen reader says. */
export function tileWords(tile: Tile | null): TileWords {
  if (tile === null || (tile.status === 'queued' && tile.step === 0)) return { state: ', waiting', value: '' };
  if (tile.status === 'dead') return { state: ', dead: nothing excites it from this start', value: '' };
  if (tile.status === 'failed') return { state: `, failed: ${tile.error ?? 'unknown cause'}`, value: '' };
  const objective = tile.objectives.at(-1);
  const value = objective === undefined ? '' : formatObjective(objective);
  const progress = tile.status === 'done' ? '' : `, step ${tile.step} of ${tile.steps}`;
  return { state: `${progress}${value === '' ? '' : ', objective '}`, value };
}
