import { expect, test } from 'vitest';
import { type Region, regions } from '../../../src/shared/face';
import { apply } from '../../../src/shared/geometry/affine';
import { faceToNetwork } from '../../../src/shared/geometry/faceToNetwork';
import { meanShape } from '../../../src/shared/geometry/meanShape';
import type { Point } from '../../../src/shared/geometry/space';
import { type ReadyMaskId, readyMaskIds } from '../../../src/shared/mask/readyMaskIds';
import { type ReadyPlacement, readyMask } from '../../../src/shared/mask/readyMasks';
import { rasteriseMask } from '../../../src/shared/raster/rasteriseMask';
import { regionMap } from '../../../src/worker/face/regionMap';

const size = [224, 224] as const;
const toPixels = faceToNetwork(size, 0.25);
const at = (id: ReadyMaskId, more: Partial<ReadyPlacement> = {}): ReadyPlacement => ({
  id,
  grow: 0,
  dx: 0,
  dy: 0,
  ...more,
});

function raster(placement: ReadyPlacement, landmarks: readonly Point<'face'>[] | null = null): Uint8Array {
  const mask = readyMask(placement, landmarks).map((shape) => ({ shape, erase: false, fill: 'black' as const }));
  return rasteriseMask(mask, size, toPixels);
}

/** Share of each region of the mean face that a mask hides. */
function hiddenOf(id: ReadyMaskId): Record<Region, number> {
  const labels = regionMap(
    size,
    meanShape.map((point) => apply(toPixels, point)),
  );
  const hidden = raster(at(id));
  const share = (region: number) => {
    const pixels = [...labels.keys()].filter((i) => labels[i] === region);
    return pixels.filter((i) => hidden[i] !== 0).length / pixels.length;
  };
  return Object.fromEntries(regions.map((region, i) => [region, share(i)])) as Record<Region, number>;
}

/** Regions that a mask has to hide (at least 85 %) and must leave open (at most 10 %). */
const expected: Partial<Record<ReadyMaskId, { hidden: Region[]; open: Region[] }>> = {
  'eye-bar': { hidden: [], open: ['mouth', 'jaw', 'forehead'] },
  brows: { hidden: ['brows'], open: ['mouth', 'jaw', 'nose', 'cheeks'] },
  nose: { hidden: ['nose'], open: ['mouth', 'jaw', 'brows', 'forehead'] },
  mouth: { hidden: ['mouth'], open: ['eyes', 'brows', 'nose', 'forehead'] },
  'lower-face': { hidden: ['mouth', 'jaw'], open: ['eyes', 'brows', 'forehead'] },
  'upper-face': { hidden: ['eyes', 'brows', 'forehead'], open: ['mouth', 'jaw'] },
};

test.each(Object.entries(expected))('%s hides what its name says on the mean face', (id, { hidden, open }) => {
  const shares = hiddenOf(id as ReadyMaskId);
  for (const region of hidden) expect(shares[region], region).toBeGreaterThan(0.85);
  for (const region of open) expect(shares[region], region).toBeLessThan(0.1);
});

test.each(['eye-bar', 'glasses'] as const)('%s hides both eyes from lid to lid', (id) => {
  const hidden = raster(at(id));
  for (const point of meanShape.slice(36, 48)) {
    const { x, y } = apply(toPixels, point);
    expect(hidden[Math.floor(y) * 224 + Math.floor(x)]).toBe(1);
  }
  for (const tip of [30, 33, 57, 8]) {
    const { x, y } = apply(toPixels, meanShape[tip] as Point<'face'>);
    expect(hidden[Math.floor(y) * 224 + Math.floor(x)]).toBe(0);
  }
});

test('the two halves share no pixel and hide the whole mean face', () => {
  const [left, right] = [raster(at('left-half')), raster(at('right-half'))];
  expect(left.every((value, i) => value + (right[i] as number) === 1)).toBe(true);
  expect(left[112 * 224 + 20]).toBe(1);
});

const extent = (pixels: Uint8Array) => {
  const hidden = [...pixels.keys()].filter((i) => pixels[i] !== 0);
  const columns = hidden.map((i) => i % 224);
  const rows = hidden.map((i) => Math.floor(i / 224));
  return { left: Math.min(...columns), right: Math.max(...columns), top: Math.min(...rows), bottom: Math.max(...rows) };
};

test.each(['eye-bar', 'glasses', 'brows', 'nose', 'mouth'] as const)('%s grows, shrinks and moves', (id) => {
  const plain = extent(raster(at(id)));
  const width = ({ left, right }: typeof plain) => right - left + 1;
  expect(Math.abs(width(extent(raster(at(id, { grow: -1 })))) - width(plain) / 2)).toBeLessThanOrEqual(1.5);
  expect(extent(raster(at(id, { grow: -7 })))).toEqual(extent(raster(at(id, { grow: -1 }))));
  const area = (pixels: Uint8Array) => pixels.filter((value) => value !== 0).length;
  expect(area(raster(at(id, { grow: 0.5 }))) / area(raster(at(id)))).toBeCloseTo(2, 0);
  // 15 pixels are 15 × 1.5 / 224 face units.
  const shifted = extent(raster(at(id, { dx: (15 * 1.5) / 224, dy: (-6 * 1.5) / 224 })));
  expect(shifted.left - plain.left).toBe(15);
  expect(shifted.top - plain.top).toBe(-6);
});

test('a mask follows the landmarks of a face that is not the mean one', () => {
  // Wider at the top, with the mouth a fifth lower: no similarity of the mean face.
  const landmarks = meanShape.map(({ x, y }, i) => ({ x: x + 0.05 * (0.5 - y), y: i >= 48 ? y + 0.1 : y }));
  const mean = extent(raster(at('mouth')));
  const moved = extent(raster(at('mouth'), landmarks));
  expect(moved.top - mean.top).toBeCloseTo((0.1 * 224) / 1.5, -0.3);
  for (const id of readyMaskIds) expect(readyMask(at(id), landmarks.slice(3))).toEqual(readyMask(at(id), null));
});
