import { expect, test } from 'vitest';
import { paintFaceMap } from '../../src/page/paint/people/paintFaceMap';
import type { Mask } from '../../src/shared/mask';

const side = 180;
const margin = 0.25;
const map = { side: 2, values: Float32Array.of(0, 1, 0, 1) };

/** RGBA of the whole map. */
function paint(mask: Mask | null): Uint8ClampedArray {
  const context = new OffscreenCanvas(side, side).getContext('2d');
  if (context === null) throw new Error('No 2D canvas.');
  paintFaceMap({ context, map, margin, colours: 'inferno', range: [0, 1], side, mask });
  return context.getImageData(0, 0, side, side).data;
}

/** Whether the mask has changed a pixel. */
function changes(mask: Mask): (x: number, y: number) => boolean {
  const [before, after] = [paint(null), paint(mask)];
  return (x, y) =>
    [0, 1, 2].some((channel) => before[4 * (y * side + x) + channel] !== after[4 * (y * side + x) + channel]);
}

const rectangle = (erase = false) => ({ x: 0.2, y: 0.4, width: 0.6, height: 0.2, erase });
const stroke = ({ erase, ...box }: ReturnType<typeof rectangle>): Mask[number] => ({
  shape: { kind: 'rectangle', box },
  erase,
  fill: 'black',
});
/** The face square is what a margin at each side leaves of the map: from face units to pixels. */
const at = (unit: number) => Math.round(((unit + margin) / (1 + 2 * margin)) * side);

test('the mask is drawn at its place on the mean face: its rim whole, hatching within, nothing outside', () => {
  const changed = changes([stroke(rectangle())]);
  const [left, right, top, bottom] = [at(0.2), at(0.8), at(0.4), at(0.6)];
  const places = Array.from({ length: side * side }, (_, i) => [i % side, Math.floor(i / side)] as const);
  const isIn = (x: number, y: number) => x >= left && x < right && y >= top && y < bottom;
  expect(places.filter(([x, y]) => changed(x, y) && !isIn(x, y))).toEqual([]);
  const onRim = (x: number, y: number) => x === left || x === right - 1 || y === top || y === bottom - 1;
  expect(places.filter(([x, y]) => isIn(x, y) && onRim(x, y) && !changed(x, y))).toEqual([]);
  const inside = places.filter(([x, y]) => changed(x, y)).length;
  // Most of the heat under it can still be read.
  const area = (right - left) * (bottom - top);
  expect(inside).toBeGreaterThan(0.2 * area);
  expect(inside).toBeLessThan(0.5 * area);
});

test('what was erased from a mask is not drawn, and a mask beyond the map has no line along its edge', () => {
  const half = { x: 0.2, y: 0.4, width: 0.3, height: 0.2, erase: true };
  const changed = changes([stroke(rectangle()), stroke(half)]);
  expect(changed(at(0.2), at(0.5))).toBe(false);
  expect(changed(at(0.5), at(0.5))).toBe(true);
  const beyond = changes([stroke({ x: -2, y: 0.4, width: 5, height: 3, erase: false })]);
  const rows = Array.from({ length: side }, (_, y) => y).filter((y) => y > at(0.4) + 4);
  expect(rows.some((y) => beyond(0, y))).toBe(true);
  expect(rows.every((y) => beyond(0, y))).toBe(false);
});
