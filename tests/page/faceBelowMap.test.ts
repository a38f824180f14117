import { expect, test } from 'vitest';
import { colourTable } from '../../src/page/paint/colourMaps';
import { paintFaceMap } from '../../src/page/paint/people/paintFaceMap';

const side = 40;
const red = { width: 2, height: 2, rgba: new Uint8ClampedArray([1, 2, 3, 4].flatMap(() => [200, 10, 20, 255])) };
/** No heat on the left, all of it on the right. */
const map = { side: 2, values: Float32Array.of(0, 1, 0, 1) };

function paint(opacity: number | null): (x: number, y: number) => readonly number[] {
  const context = new OffscreenCanvas(side, side).getContext('2d');
  if (context === null) throw new Error('No 2D canvas.');
  const face = opacity === null ? null : { picture: red, opacity };
  paintFaceMap({ context, map, margin: 0, colours: 'inferno', range: [0, 1], side, smooth: false, face });
  return (x, y) => [...context.getImageData(x, y, 1, 1).data];
}

/** Every channel within two of 255. */
const near = (found: readonly number[], wanted: readonly number[]) =>
  expect(Math.max(...wanted.map((value, i) => Math.abs(value - (found[i] as number))))).toBeLessThanOrEqual(2);
const hottest = [...colourTable('inferno').slice(-3)];

test('a face below shows where there is no heat, and through the heat by its opacity', () => {
  const at = paint(0.6);
  near(at(2, 2), [200, 10, 20]);
  near(
    at(side - 3, side - 3),
    hottest.map((value, i) => 0.6 * value + 0.4 * ([200, 10, 20][i] as number)),
  );
});

test('without one the map is opaque under the outline, and nothing of a face is there', () => {
  const at = paint(null);
  near(at(1, 1), [...colourTable('inferno').slice(0, 3)]);
  near(at(side - 2, 1), hottest);
});
