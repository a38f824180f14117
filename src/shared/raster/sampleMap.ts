import type { MapValues } from './resizeMap';

/**
 * The value of a map at a place, bilinear between the centres of its cells; beyond the outermost centres it repeats
 * them. What `resizeMap` with `centres` gives at the centre of any pixel.
 * @param x share of the map's width, 0 at its left edge; `y` likewise from the top
 */
export function sampleMap({ width, height, values }: MapValues, x: number, y: number): number {
  const [u, left] = split(x * width - 0.5, width);
  const [v, top] = split(y * height - 0.5, height);
  const [right, bottom] = [Math.min(left + 1, width - 1), Math.min(top + 1, height - 1)];
  const at = (row: number, column: number) => values[row * width + column] as number;
  const upper = at(top, left) + (at(top, right) - at(top, left)) * u;
  const lower = at(bottom, left) + (at(bottom, right) - at(bottom, left)) * u;
  return upper + (lower - upper) * v;
}

/** A place between two cells: how far it is from the first, 0..1, and the first. */
function split(place: number, cells: number): readonly [number, number] {
  const clipped = Math.min(cells - 1, Math.max(0, place));
  const first = Math.min(cells - 1, Math.floor(clipped));
  return [clipped - first, first];
}
