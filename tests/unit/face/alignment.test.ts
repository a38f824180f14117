import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, invert } from '../../../src/shared/geometry/affine';
import { meanShape } from '../../../src/shared/geometry/meanShape';
import type { Affine, Point } from '../../../src/shared/geometry/space';
import { createRandom, normal } from '../../../src/shared/random';
import { alignFace } from '../../../src/worker/face/alignFace';
import { fitSimilarity } from '../../../src/worker/face/fitSimilarity';
import { placeCrop } from '../../../src/worker/face/placeCrop';

type Similarity = Affine<'face', 'picture'>;
const coordinate = fc.double({ min: -500, max: 500, noNaN: true });
const similarity = fc
  .record({
    scale: fc.double({ min: 0.05, max: 900, noNaN: true }),
    angle: fc.double({ min: -3.1, max: 3.1, noNaN: true }),
    e: coordinate,
    f: coordinate,
  })
  .map(({ scale, angle, e, f }): Similarity => {
    const [a, b] = [scale * Math.cos(angle), scale * Math.sin(angle)];
    return { a, b, c: -b, d: a, e, f };
  });

const squaredError = (from: readonly Point<'face'>[], to: readonly Point<'picture'>[], t: Similarity) =>
  from.reduce((sum, p, i) => {
    const q = apply(t, p);
    return sum + (q.x - (to[i]?.x ?? 0)) ** 2 + (q.y - (to[i]?.y ?? 0)) ** 2;
  }, 0);

describe('fitSimilarity', () => {
  test('finds the similarity that moved the points', () => {
    fc.assert(
      fc.property(similarity, (truth) => {
        const moved = meanShape.map((point) => apply(truth, point));
        const found: Similarity = fitSimilarity(meanShape, moved);
        const size = Math.hypot(truth.a, truth.b) + 500;
        for (const key of ['a', 'b', 'c', 'd', 'e', 'f'] as const) {
          expect(Math.abs(found[key] - truth[key]) / size).toBeLessThan(1e-9);
        }
      }),
    );
  });

  test('from noisy points, no other similarity has a smaller error', () => {
    fc.assert(
      fc.property(similarity, fc.nat(), (truth, seed) => {
        const random = createRandom(seed);
        const spread = Math.hypot(truth.a, truth.b) * 0.1;
        const noisy = meanShape.map((point) => {
          const { x, y } = apply(truth, point);
          return { x: x + normal(random) * spread, y: y + normal(random) * spread };
        });
        const best: Similarity = fitSimilarity<'face', 'picture'>(meanShape, noisy);
        const least = squaredError(meanShape, noisy, best);
        for (let i = 0; i < 8; i++) {
          const [da, db] = [normal(random) * spread * 0.1, normal(random) * spread * 0.1];
          const [a, b] = [best.a + da, best.b + db];
          const e = best.e + normal(random) * spread * 0.1;
          const f = best.f + normal(random) * spread * 0.1;
          expect(squaredError(meanShape, noisy, { a, b, c: -b, d: a, e, f })).toBeGreaterThanOrEqual(least);
        }
      }),
    );
  });

  test('does not mirror: points and their mirror image are not matched', () => {
    const mirrored = meanShape.map(({ x, y }, i) => ({ x: -x + (i % 2) * 0.3, y }));
    const { a, b, c, d } = fitSimilarity(meanShape, mirrored);
    expect(a * d - b * c).toBeGreaterThan(0);
  });

  test('refuses points that all lie on one', () => {
    const point = { x: 1, y: 2 };
    expect(() => fitSimilarity([point, point], [point, point])).toThrow(RangeError);
    expect(() => fitSimilarity([point], [point, point])).toThrow(RangeError);
  });
});

describe('placeCrop', () => {
  const picture = [300, 400] as const;
  const inNetwork = (t: Affine<'network', 'picture'>, x: number, y: number) => apply(invert(t), { x, y });

  test('a face’s unit square lies in the middle, with the margin at each side', () => {
    fc.assert(
      fc.property(similarity, fc.double({ min: 0, max: 0.6, noNaN: true }), (truth, margin) => {
        const landmarks = meanShape.map((point) => apply(truth, point));
        const { networkToPicture, size } = placeCrop({ kind: 'face', landmarks }, [150, 150], margin, picture);
        expect(size).toEqual([150, 150]);
        const corner = apply(alignFace(landmarks), apply(networkToPicture, { x: 0, y: 0 }));
        const opposite = apply(alignFace(landmarks), apply(networkToPicture, { x: 150, y: 150 }));
        for (const value of [corner.x, corner.y]) expect(value).toBeCloseTo(-margin, 6);
        for (const value of [opposite.x, opposite.y]) expect(value).toBeCloseTo(1 + margin, 6);
      }),
    );
  });

  test('a box gets the smallest square around it, with its centre', () => {
    const box = { x: 30, y: 40, width: 60, height: 90 };
    const { networkToPicture } = placeCrop({ kind: 'box', box }, [112, 112], 0.3, picture);
    expect(inNetwork(networkToPicture, 60, 85).x).toBeCloseTo(56);
    expect(inNetwork(networkToPicture, 60, 85).y).toBeCloseTo(56);
    expect(inNetwork(networkToPicture, 60, 40).y).toBeCloseTo(0);
    expect(inNetwork(networkToPicture, 60, 130).y).toBeCloseTo(112);
    expect(inNetwork(networkToPicture, 15, 85).x).toBeCloseTo(0);
  });

  test('the whole picture is squeezed to the input', () => {
    const { networkToPicture } = placeCrop({ kind: 'whole' }, [224, 200], 0.25, picture);
    expect(apply(networkToPicture, { x: 0, y: 0 })).toEqual({ x: 0, y: 0 });
    expect(apply(networkToPicture, { x: 200, y: 224 })).toEqual({ x: 400, y: 300 });
  });
});
