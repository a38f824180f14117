import type { Box, Point, Space } from './space';

/** The smallest upright box around points. */
export function boxAround<In extends Space>(points: readonly Point<In>[]): Box<In> {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y } as Box<In>;
}
