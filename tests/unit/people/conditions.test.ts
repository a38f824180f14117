import { describe, expect, test } from 'vitest';
import type { Picture } from '../../../src/shared/ascent';
import { regions } from '../../../src/shared/face';
import { meanShape } from '../../../src/shared/geometry/meanShape';
import type { Point } from '../../../src/shared/geometry/space';
import { eyeDistance, faceLight, headPose } from '../../../src/shared/people/faceConditions';

type P = Point<'face'>;

/** The mean face seen from far away, turned to the picture's right, then rolled clockwise: degrees. */
function seen(yaw: number, roll: number, size = 100): P[] {
  const [turn, tilt] = [yaw, roll].map((angle) => (angle * Math.PI) / 180) as [number, number];
  const half = ((meanShape[45] as P).x - (meanShape[36] as P).x) / 2;
  return meanShape.map(({ x, y }, i) => {
    // Only the nose's tip stands before the line of the eyes' outer corners.
    const depth = i === 30 ? 0.6 * half : 0;
    const [u, v] = [(x - 0.5) * Math.cos(turn) + depth * Math.sin(turn), y];
    return { x: size * (u * Math.cos(tilt) - v * Math.sin(tilt)), y: size * (u * Math.sin(tilt) + v * Math.cos(tilt)) };
  });
}

describe('headPose', () => {
  test.each([
    [0, 0],
    [20, 0],
    [-35, 0],
    [0, 12],
    [15, -30],
  ])('tells a yaw of %i and a roll of %i degrees', (yaw, roll) => {
    const pose = headPose(seen(yaw, roll));
    expect(pose.yaw).toBeCloseTo(yaw, 1);
    expect(pose.roll).toBeCloseTo(roll, 1);
  });
});

test('the size is the distance of the eyes’ centres', () => {
  expect(eyeDistance(seen(0, 40, 300))).toBeCloseTo(3 * eyeDistance(seen(0, 0, 100)), 6);
});

const picture = (value: (x: number, y: number) => number): Picture => {
  const rgba = new Uint8ClampedArray(4 * 16 * 16).fill(255);
  for (let i = 0; i < 256; i++) rgba.fill(value(i % 16, Math.floor(i / 16)), 4 * i, 4 * i + 3);
  return { width: 16, height: 16, rgba };
};
const all = new Uint8Array(256);

describe('faceLight', () => {
  test('counts the face’s pixels only', () => {
    const labels = all.map((_, i) => (i % 16 < 8 ? 0 : regions.indexOf('elsewhere')));
    expect(
      faceLight(
        picture((x) => (x < 8 ? 40 : 200)),
        labels,
      ).brightness,
    ).toBeCloseTo(40, 3);
  });

  test('the Laplacian of a chequerboard of 0 and 10 is ±40: its variance 1600', () => {
    expect(
      faceLight(
        picture((x, y) => 10 * ((x + y) % 2)),
        all,
      ).sharpness,
    ).toBeCloseTo(1600, 1);
  });

  test('an even slope has no edge', () => {
    const { sharpness, brightness } = faceLight(
      picture((x) => 10 * x),
      all,
    );
    expect(sharpness).toBeCloseTo(0, 3);
    expect(brightness).toBeCloseTo(75, 3);
  });
});
