import type { Tile } from '../../state/tiles';
import { tilesStore } from '../../state/tiles';
import type { CurveSource } from '../../ui/Curve';
import { formatObjective } from '../../ui/format';
import type { PictureSource } from '../../ui/PictureCanvas';

const read = (filter: number): Tile | null => tilesStore.getState().tiles.get(filter) ?? null;

/** One filter's picture, for a canvas to follow. */
export const pictureSource = (filter: number): PictureSource => ({
  subscribe: tilesStore.subscribe,
  read: () => read(filter),
});

const none: readonly number[] = [];

/** One filter's objective over its steps, for a curve to follow. */
export const curveSource = (filter: number): CurveSource => ({
  subscribe: tilesStore.subscribe,
  read: () => read(filter)?.objectives ?? none,
  formatValue: formatObjective,
});
