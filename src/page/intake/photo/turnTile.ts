import type { Orientation } from './headers/readOrientation';
import type { Tile } from './readTiles';

/** Orientations that swap rows and columns. */
export const swapsSides = (orientation: Orientation): boolean => orientation >= 5;

/** Where the stored pixel (x, y) of width × height ends up, as EXIF defines the eight orientations. */
export function turnPoint(orientation: Orientation, x: number, y: number, width: number, height: number) {
  const [right, bottom] = [width - 1 - x, height - 1 - y];
  const places = [
    [x, y],
    [right, y],
    [right, bottom],
    [x, bottom],
    [y, x],
    [bottom, x],
    [bottom, right],
    [y, right],
  ] as const;
  return places[orientation - 1] as readonly [number, number];
}

/** A tile of a stored picture of width × height, turned, and at its place in the upright one. */
export function turnTile(tile: Tile, orientation: Orientation, width: number, height: number): Tile {
  if (orientation === 1) return tile;
  const isSwapped = swapsSides(orientation);
  const [across, down] = isSwapped ? [tile.height, tile.width] : [tile.width, tile.height];
  const from = new Uint32Array(tile.data.buffer, tile.data.byteOffset, tile.width * tile.height);
  const to = new Uint32Array(from.length);
  // Steps in the turned tile for one pixel to the right and one down in the stored one, from the three corners.
  const place = (x: number, y: number) => {
    const [column, row] = turnPoint(orientation, x, y, tile.width, tile.height);
    return row * across + column;
  };
  const [origin, stepX, stepY] = [place(0, 0), place(1, 0) - place(0, 0), place(0, 1) - place(0, 0)];
  for (let y = 0, i = 0; y < tile.height; y += 1) {
    for (let x = 0; x < tile.width; x += 1, i += 1) to[origin + x * stepX + y * stepY] = from[i] as number;
  }
  const corners = [
    turnPoint(orientation, tile.left, tile.top, width, height),
    turnPoint(orientation, tile.left + tile.width - 1, tile.top + tile.height - 1, width, height),
  ] as const;
  return {
    left: Math.min(corners[0][0], corners[1][0]),
    top: Math.min(corners[0][1], corners[1][1]),
    width: across,
    height: down,
    data: new Uint8ClampedArray(to.buffer),
  };
}
