import type { Tile } from '../../state/tiles';
import { formatObjective } from '../../ui/format';

export const deadSentence = 'dead: nothing excites it from this start';

/** A tile in one sentence, for a screen reader. */
export function describeTile(filter: number, tile: Tile | null): string {
  if (tile === null || (tile.status === 'queued' && tile.step === 0)) return `Filter ${filter}, waiting`;
  if (tile.status === 'dead') return `Filter ${filter}, ${deadSentence}`;
  if (tile.status === 'failed') return `Filter ${filter}, failed: ${tile.error ?? 'unknown cause'}`;
  const objective = `objective ${formatObjective(tile.objectives.at(-1) ?? Number.NaN)}`;
  if (tile.status === 'done') return `Filter ${filter}, ${objective}`;
  return `Filter ${filter}, step ${tile.step} of ${tile.steps}, ${objective}`;
}
