import { ascentLimits } from '../../shared/ascentLimits';
import { currentTile } from './tileWriter';
import { workOnTile } from './workOnTile';

/** Goes on with one filter's ascent for that many more steps (1..1000), from where it stands. */
export function continueFilter(filter: number, moreSteps: number): void {
  const tile = currentTile(filter);
  if (tile === undefined) return;
  const more = Math.max(1, Math.min(1000, Math.round(moreSteps)));
  // A tile that still runs gets the steps on top of those it has to do anyway.
  const steps = Math.min(ascentLimits.steps, Math.max(tile.step, tile.steps) + more);
  if (steps <= tile.step) return;
  workOnTile({ ...tile, status: 'queued', steps, error: null }, tile.state);
}
