import type { Tile } from '../../state/tiles';
import { formatObjective } from '../../ui/format';

export interface TileWords {
  /** The objective, shown under the tile; empty while there is none to show. */
  readonly value: string;
  /** The tile in one sentence, for a screen reader. */
  readonly sentence: string;
}

/** A tile in words. */
export function tileWords(name: string, tile: Tile | null): TileWords {
  const say = (...parts: string[]) => [name, ...parts.filter(Boolean)].join(', ');
  if (tile === null) return { value: '', sentence: say('waiting') };
  if (tile.status === 'dead') return { value: '', sentence: say('dead: nothing excites it from this start') };
  if (tile.status === 'failed') return { value: '', sentence: say(`failed: ${tile.error ?? 'unknown cause'}`) };
  const objective = tile.objectives.at(-1);
  if (objective === undefined) return { value: '', sentence: say('waiting') };
  if (tile.dead) return { value: '', sentence: say(`step ${tile.step} of ${tile.steps}`, 'no response so far') };
  const value = formatObjective(objective);
  const progress = tile.status === 'done' ? `${tile.step} steps` : `step ${tile.step} of ${tile.steps}`;
  return { value, sentence: say(progress, `objective ${value}`) };
}
