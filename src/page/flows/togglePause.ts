import { tilesStore } from '../state/tiles';
import { pauseEngine } from './pauseEngine';
import { resumeEngine } from './resumeEngine';

/** Pauses the running page, or lets it go on at the same step. */
export function togglePause(): void {
  if (tilesStore.getState().paused) {
    resumeEngine();
    return;
  }
  void pauseEngine();
}
