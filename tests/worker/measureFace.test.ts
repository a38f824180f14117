/** The call as a page makes it: what it gives back, and that it gives back every tensor, however it ends. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FaceMeasuring } from '../../src/shared/calls/peopleCalls';
import { defaultMethodSettings } from '../../src/shared/explain';
import { meanShape } from '../../src/shared/geometry/meanShape';
import { perRegion } from '../../src/shared/people/quantities';
import { comparePeople } from '../../src/worker/calls/comparePeople';
import { measureFace } from '../../src/worker/calls/measureFace';
import { NetworkShelf } from '../../src/worker/calls/networkShelf';
import { memoryReport, openDevice } from '../../src/worker/kernels/device';
import { expression } from './support/bundled';
import { smoothPicture } from './support/explaining';

const never = new AbortController().signal;
const shelf = new NetworkShelf();
const labels = ['neutral', 'happy', 'sad', 'angry', 'fearful', 'disgusted', 'surprised'];
const classes = [{ id: 'expression', title: 'Expression', layer: 'fc', probability: 'softmax' as const, labels }];
let tensors: number;

const request: FaceMeasuring = {
  ...{ network: expression.id, layer: '', method: 'grad-cam', settings: defaultMethodSettings, head: null },
  picture: smoothPicture(240, 4),
  landmarks: meanShape.map(({ x, y }) => ({ x: 60 + 120 * x, y: 70 + 120 * y })),
  ...{ side: 16, mask: null, answer: null },
};
let layer: string;

beforeAll(async () => {
  await openDevice('wasm', () => {});
  const { layers } = await shelf.load(never, { ...expression, outputs: { embedding: null, classes } }, () => {});
  layer = layers.findLast(({ outputShape }) => outputShape.length === 3 && (outputShape[0] ?? 0) >= 4)?.name ?? '';
  // The first pass brings the weights to the device.
  await measureFace(never, shelf, { ...request, layer });
  tensors = memoryReport().tensors;
});
afterAll(() => shelf.unload(expression.id));

test('a face has its class, shares that sum to 1, a map on the mean face, and no tensor left', async () => {
  const found = await measureFace(never, shelf, { ...request, layer });
  expect(labels[found.index]).toBe(found.label);
  expect(found.kept).toBe(found.probability);
  expect(found.unknown).toBe(false);
  expect(Object.values(found.regions).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
  expect(found.map.values).toHaveLength(256);
  expect(found.places).toHaveLength(136);
  expect(found.conditions.roll).toBeCloseTo(0, 3);
  expect(found.conditions.yaw).toBeCloseTo(0, 3);
  expect([found.covered, found.heatOnMask]).toEqual([0, 0]);
  expect(memoryReport().tensors).toBe(tensors);
});

test('under a mask the open answer is explained and watched', async () => {
  const box = { x: -0.2, y: -0.2, width: 1.4, height: 1.4 };
  const strokes = [{ shape: { kind: 'rectangle' as const, box }, erase: false, fill: 'black' as const }];
  const open = await measureFace(never, shelf, { ...request, layer });
  const other = (open.index + 1) % labels.length;
  const asked = await measureFace(never, shelf, { ...request, layer, answer: other });
  expect([asked.index, asked.kept < asked.probability]).toEqual([open.index, true]);
  expect(asked.regions).not.toEqual(open.regions);
  const masked = await measureFace(never, shelf, {
    ...{ ...request, layer },
    ...{ mask: { strokes, seed: 1, other: null }, answer: open.index },
  });
  expect(masked.covered).toBe(1);
  expect(masked.heatOnMask).toBeCloseTo(1, 5);
  expect(Math.max(...masked.input.rgba.filter((_, i) => i % 4 !== 3))).toBe(0);
  // The photo's conditions are those of the photo, not of the mask.
  expect(masked.conditions).toEqual(open.conditions);
  expect(memoryReport().tensors).toBe(tensors);
});

test('what is refused or aborted leaves no tensor either', async () => {
  await expect(measureFace(never, shelf, { ...request, layer: 'not there' })).rejects.toThrow('not there');
  const aborted = AbortSignal.abort(new Error('stop'));
  await expect(measureFace(aborted, shelf, { ...request, layer })).rejects.toThrow('stop');
  expect(memoryReport().tensors).toBe(tensors);
});

test('a comparison ends when it is aborted', async () => {
  const conditions = { faceSize: 1, yaw: 0, roll: 0, brightness: 1, sharpness: 1 };
  const rows = Array.from({ length: 60 }, (_, i) => ({
    ...{ person: String(i), group: i % 2 === 0 ? 'a' : 'b', right: null, probability: (i % 7) / 7 },
    ...{ regions: perRegion(() => (i % 11) / 88), conditions },
  }));
  const controller = new AbortController();
  const comparison = comparePeople(controller.signal, { rows, seed: 1, resamples: 20_000 });
  setTimeout(() => controller.abort(new Error('stop')), 5);
  await expect(comparison).rejects.toThrow('stop');
});
