import { engine } from '../engine/instance';
import { tilesStore } from '../state/tiles';
import { resumeEngine } from './resumeEngine';

/** Pauses the running page, or lets it go on at the same step. */
export function togglePause(): void {
  if (tilesStore.getState().paused) {
    resumeEngine();
    return;
  }
  engine().pause();
  tilesStore.setState({ paused: true });
}
