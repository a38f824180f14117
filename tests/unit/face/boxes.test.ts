import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../../src/shared/geometry/space';
import { decodeBoxes } from '../../../src/worker/face/decodeBoxes';
import { overlapOf, suppressNonMaxima } from '../../../src/worker/face/suppressNonMaxima';

const box = fc.record({
  x: fc.integer({ min: 0, max: 12 }),
  y: fc.integer({ min: 0, max: 12 }),
  width: fc.integer({ min: 1, max: 9 }),
  height: fc.integer({ min: 1, max: 9 }),
});

/** Intersection over union by counting unit cells. */
function countedOverlap(a: Box<'network'>, b: Box<'network'>): number {
  const holds = ({ x, y, width, height }: Box<'network'>, u: number, v: number) =>
    u >= x && u < x + width && v >= y && v < y + height;
  let [both, either] = [0, 0];
  for (let i = 0; i < 22 * 22; i++) {
    const [inA, inB] = [holds(a, i % 22, Math.floor(i / 22)), holds(b, i % 22, Math.floor(i / 22))];
    if (inA && inB) both++;
    if (inA || inB) either++;
  }
  return both / either;
}

describe('suppressNonMaxima', () => {
  test('overlap is the share of common cells', () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        expect(overlapOf(a, b)).toBeCloseTo(countedOverlap(a, b), 10);
      }),
    );
  });

  test('keeps boxes that do not overlap, and drops only what a better one covers', () => {
    const candidates = fc.array(fc.record({ box, score: fc.double({ min: 0, max: 1, noNaN: true }) }), {
      maxLength: 14,
    });
    fc.assert(
      fc.property(candidates, (all) => {
        const kept = suppressNonMaxima(all, 0.4);
        for (const [i, a] of kept.entries()) {
          for (const b of kept.slice(i + 1)) expect(countedOverlap(a.box, b.box)).toBeLessThanOrEqual(0.4 + 1e-12);
        }
        for (const lost of all.filter((one) => !kept.includes(one))) {
          expect(kept.some((k) => k.score >= lost.score && countedOverlap(k.box, lost.box) > 0.4)).toBe(true);
        }
      }),
    );
  });
});

describe('decodeBoxes', () => {
  const anchors = [
    { x: 0.5, y: 0.25, width: 0.2, height: 0.4 },
    { x: 0.1, y: 0.1, width: 0.1, height: 0.1 },
  ];

  test('a code of zeros is its anchor, and the face’s logit alone makes the score', () => {
    const detections = Float32Array.from([...Array(8).fill(0), 9, Math.log(3), -4, 9, -9, 9]);
    const [found, ...others] = decodeBoxes(detections, anchors, 100, 0.5);
    expect(others).toEqual([]);
    expect(found?.score).toBeCloseTo(0.75, 6);
    expect(found?.box.x).toBeCloseTo(40);
    expect(found?.box.y).toBeCloseTo(5);
    expect(found?.box.width).toBeCloseTo(20);
    expect(found?.box.height).toBeCloseTo(40);
  });

  test('codes shift by tenths of the anchor and stretch by powers of e to a fifth', () => {
    const detections = Float32Array.from([5, -10, 5 * Math.log(2), 5 * Math.log(0.5), 0, 0, 0, 0, 0, 5, 0, 0, -5, 0]);
    const [found] = decodeBoxes(detections, anchors, 1, 0.5);
    expect(found?.box.height).toBeCloseTo(0.8);
    expect(found?.box.width).toBeCloseTo(0.1);
    expect((found?.box.y ?? 0) + 0.4).toBeCloseTo(0.25 + 0.5 * 0.4);
    expect((found?.box.x ?? 0) + 0.05).toBeCloseTo(0.5 - 0.2);
  });
});
