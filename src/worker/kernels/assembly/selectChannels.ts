import { copyRun } from './copyRun';

/**
 * Channels `first` to `first` + `count` − 1 of every cell; zeros where the picture has no such channel.
 * @param x [cells, channels]
 * @param y [cells, count]
 */
export function selectChannels(x: usize, y: usize, cells: i32, channels: i32, first: i32, count: i32): void {
  const begin = max(0, first);
  const run = max(0, min(channels, first + count) - begin);
  if (run < count) memory.fill(y, 0, cells * count * 4);
  for (let cell = 0; cell < cells; cell++) {
    copyRun(x + (cell * channels + begin) * 4, y + (cell * count + begin - first) * 4, run);
  }
}
