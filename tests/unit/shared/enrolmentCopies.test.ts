import { expect, test } from 'vitest';
import { enrolmentCopies } from '../../../src/shared/enrolmentCopies';
import type { CropPlace } from '../../../src/shared/face';
import type { Affine } from '../../../src/shared/geometry/space';
import { mirrorPlace } from '../../../src/shared/mirrorPlace';

/** 120 wide, 100 high, from a turned, enlarged and moved part of a picture. */
const place: CropPlace = {
  networkToPicture: { a: 2.4, b: 0.7, c: -0.7, d: 2.4, e: 310, f: 45 },
  size: [100, 120],
};

/** Where a point of the input lies in the picture, by the definition of the letters. */
function at({ a, b, c, d, e, f }: Affine<'network', 'picture'>, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

const corners = [
  [0, 0],
  [120, 0],
  [0, 100],
  [120, 100],
  [31, 77],
] as const;

function expectSame(left: readonly [number, number], right: readonly [number, number]): void {
  expect(left[0]).toBeCloseTo(right[0], 9);
  expect(left[1]).toBeCloseTo(right[1], 9);
}

test('a mirror swaps left and right within the same part of the picture', () => {
  const mirrored = mirrorPlace(place);
  const twice = mirrorPlace(mirrored);
  for (const [x, y] of corners) {
    expectSame(at(mirrored.networkToPicture, x, y), at(place.networkToPicture, 120 - x, y));
    expectSame(at(twice.networkToPicture, x, y), at(place.networkToPicture, x, y));
  }
  expect(mirrored.size).toEqual(place.size);
});

test('the aligned crop comes first, each copy has its mirrored one, and no two are alike', () => {
  const copies = enrolmentCopies(place);
  expect(copies).toHaveLength(8);
  expect(copies[0]).toEqual(place);
  copies.slice(0, 4).forEach((copy, index) => {
    const mirrored = copies[index + 4];
    if (mirrored === undefined) throw new Error('A mirrored copy is missing.');
    for (const [x, y] of corners)
      expectSame(at(mirrored.networkToPicture, x, y), at(copy.networkToPicture, 120 - x, y));
  });
  const upperLeft = copies.map(({ networkToPicture }) =>
    at(networkToPicture, 0, 0)
      .map((v) => v.toFixed(3))
      .join(),
  );
  expect(new Set(upperLeft).size).toBe(8);
});

test('copies differ by at most a tenth in size and in place, are never turned, and cover the middle of the face', () => {
  const scale = Math.hypot(2.4, 0.7);
  const zooms = enrolmentCopies(place).map(({ networkToPicture }) => {
    const { a, b, c, d } = networkToPicture;
    const zoom = Math.hypot(a, b) / scale;
    expect(Math.hypot(c, d) / scale).toBeCloseTo(zoom, 9);
    expect(Math.abs(zoom - 1)).toBeLessThan(0.1);
    // The vertical axis points where it did.
    expect(c / Math.hypot(c, d)).toBeCloseTo(-0.7 / scale, 9);
    const [x, y] = at(networkToPicture, 60, 50);
    const [x0, y0] = at(place.networkToPicture, 60, 50);
    expect(Math.hypot(x - x0, y - y0)).toBeLessThan(0.1 * 100 * scale);
    return zoom;
  });
  expect(Math.max(...zooms)).toBeGreaterThan(1);
  expect(Math.min(...zooms)).toBeLessThan(1);
});
