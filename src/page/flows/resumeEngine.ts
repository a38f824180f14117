import { engine } from '../engine/instance';
import { tilesStore } from '../state/tiles';
import { restartClock } from './tileWriter';

/** Lets a paused engine go on at the same step. */
export function resumeEngine(): void {
  if (!tilesStore.getState().paused) return;
  engine().resume();
  tilesStore.setState({ paused: false });
  restartClock();
}
