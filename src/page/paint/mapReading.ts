import type { AttributionMap } from '../../shared/explain';
import { type Region, regions } from '../../shared/face';

/** A place on a square picture, in shares of its width and height: 0 ≤ x, y ≤ 1. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

interface Grid {
  readonly width: number;
  readonly height: number;
}

const index = (share: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(share * count)));

/** Column and row of the cell under a spot. */
export const cellAt = ({ x, y }: Spot, { width, height }: Grid): { column: number; row: number } => ({
  column: index(x, width),
  row: index(y, height),
});

/** row × width + column. */
export function cellIndexAt(spot: Spot, grid: Grid): number {
  const { column, row } = cellAt(spot, grid);
  return row * grid.width + column;
}

export interface MapReading {
  readonly column: number;
  readonly row: number;
  /** Raw. */
  readonly value: number;
  readonly region: Region;
}

/**
 * What a map says at a spot.
 * @param labels for each pixel of the input, row by row, the index of its region
 */
export function readMap(spot: Spot, map: AttributionMap, labels: Uint8Array, input: Grid): MapReading {
  const { column, row } = cellAt(spot, map);
  return {
    column,
    row,
    value: map.values[row * map.width + column] ?? Number.NaN,
    region: regions[labels[cellIndexAt(spot, input)] ?? regions.length - 1] ?? 'elsewhere',
  };
}

/** The middle of the cell that an arrow key leads to; null for another key. At the edge it stays. */
export function spotAfterKey(spot: Spot, key: string, { width, height }: Grid): Spot | null {
  const moves: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  const move = moves[key];
  if (move === undefined) return null;
  const { column, row } = cellAt(spot, { width, height });
  return {
    x: (Math.min(width - 1, Math.max(0, column + move[0])) + 0.5) / width,
    y: (Math.min(height - 1, Math.max(0, row + move[1])) + 0.5) / height,
  };
}
