import type { AscentState, Picture } from '../../../shared/ascent';

/** What is kept of a tile: enough to show it at once and to go on with it. */
export interface CachedTile {
  readonly step: number;
  readonly objectives: readonly number[];
  readonly picture: Picture;
  readonly state: AscentState;
  /** The filter was dead from this start. */
  readonly dead: boolean;
}

/** Bytes that a tile takes, in memory and on the device alike. */
export function tileBytes(tile: CachedTile): number {
  const { picture, state, objectives } = tile;
  return picture.rgba.byteLength + state.parameters.byteLength + state.moments.byteLength + 8 * objectives.length + 512;
}
