import { engine } from '../engine/instance';
import { tilesStore } from '../state/tiles';

/** Pauses the running page; resolves when nothing is computed any longer and its last frames have been taken in. */
export async function pauseEngine(): Promise<void> {
  tilesStore.setState({ paused: true });
  await engine().pause();
  // The frames of the last slices are read in the turns before this one.
  await new Promise((resolve) => setTimeout(resolve));
}
