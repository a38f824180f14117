/** The search for a small mask, on faces of the sample photos. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Crop } from '../../src/shared/calls/faceCalls';
import { regions } from '../../src/shared/face';
import type { HidingStep } from '../../src/shared/mask';
import { fillPicture } from '../../src/shared/raster/fillPicture';
import { hideFace } from '../../src/worker/calls/hideFace';
import { NetworkShelf } from '../../src/worker/calls/networkShelf';
import { recognise } from '../../src/worker/calls/recognise';
import { piecesOf } from '../../src/worker/explain/occlusion/hiding/piecesOf';
import { without } from '../../src/worker/explain/occlusion/hiding/pixelSets';
import { memoryReport, openDevice } from '../../src/worker/kernels/device';
import { dlibResnet, faceDetector, faceLandmarks } from './support/bundled';
import { type Enrolled, enrol } from './support/enrolled';
import { never } from './support/explaining';

const tensors = () => memoryReport().tensors;
const shelf = new NetworkShelf();
const network = dlibResnet.id;
const size = 150;
let enrolled: Enrolled;

beforeAll(async () => {
  await openDevice('wasm', () => undefined);
  for (const spec of [faceDetector, faceLandmarks, dlibResnet]) await shelf.load(never, spec, () => undefined);
  enrolled = await enrol(shelf, network, [0, 1]);
});

const cropOf = (person: number): Crop => enrolled.crops[person] ?? expect.fail();

const requestFor = (person: number, head = enrolled.head) => {
  const { input, regions: labels } = cropOf(person);
  return { network, input, regions: labels, head, fill: 'mean', seed: 3 } as const;
};

/** Who is named when the mask is painted on the picture: −1 for nobody. */
async function nameUnder(person: number, mask: Uint8Array, head = enrolled.head): Promise<number> {
  const { input } = cropOf(person);
  const fill = fillPicture(input, 'mean', 3);
  const rgba = input.rgba.map((value, i) => (mask[Math.floor(i / 4)] ? (fill.rgba[i] ?? 0) : value));
  const { identity } = await recognise(never, shelf, { network, input: { ...input, rgba }, head });
  if (identity === null) throw new Error('No head.');
  const best = identity.scores.toSorted((a, b) => b.logit - a.logit)[0];
  return identity.unknown ? -1 : (best?.index ?? -1);
}

const isFace = (label: number | undefined) => regions[label ?? 0] !== 'elsewhere';

describe('the smallest mask that is found', () => {
  test.each([0, 4])(
    'changes the answer for person %i when it is applied afresh, and needs all its pieces',
    async (person) => {
      const before = tensors();
      const steps: HidingStep[] = [];
      const last = await hideFace(never, shelf, requestFor(person), (step) => steps.push(step));
      expect(await nameUnder(person, new Uint8Array(size * size))).toBe(person);
      expect(last).toMatchObject({ phase: 'done', changed: true });
      expect(await nameUnder(person, last.hidden)).toBe(last.answer.index);
      expect(last.answer.index).not.toBe(person);

      const { regions: labels } = cropOf(person);
      const face = [...labels].filter(isFace).length;
      const hidden = [...last.hidden.keys()].filter((i) => last.hidden[i]);
      expect(hidden.every((i) => isFace(labels[i]))).toBe(true);
      expect(last.covered).toBeCloseTo(hidden.length / face, 10);
      expect(last.covered).toBeLessThan(0.6);

      const pieces = piecesOf(last.hidden, size, size, 28, 0);
      for (const piece of pieces.filter((_, i) => i % 4 === 0)) {
        expect(await nameUnder(person, without(last.hidden, piece))).toBe(person);
      }
      const order = ['regions', 'patches', 'shrinking'];
      const phases = steps.map(({ phase }) => order.indexOf(phase));
      expect(phases).toEqual(phases.toSorted());
      expect(phases).not.toContain(-1);
      const tried = steps.map((step) => step.tried);
      expect(tried).toEqual(tried.toSorted((a, b) => a - b));
      // Also while many are tried and none is taken.
      const same = steps.filter(({ phase, hidden, tried: count }, i) => {
        const { phase: was, hidden: before, tried: earlier = 0 } = steps[i - 1] ?? {};
        return phase === was && count > earlier && hidden.every((value, pixel) => value === before?.[pixel]);
      });
      expect(same.length).toBeGreaterThan(0);
      expect(new Set(phases).size).toBe(order.length);
      for (const step of steps.filter(({ phase }) => phase === 'shrinking')) {
        expect(step.changed).toBe(true);
        expect(step.covered).toBeGreaterThanOrEqual(last.covered);
      }
      expect(tensors()).toBe(before);
    },
  );

  test('is nobody’s face where the threshold is near, and the same on every run', async () => {
    const head = { ...enrolled.head, unknownDistance: 0.02 };
    const last = await hideFace(never, shelf, requestFor(1, head), () => undefined);
    expect(last).toMatchObject({ changed: true, answer: { index: -1 } });
    expect(await nameUnder(1, last.hidden, head)).toBe(-1);
    expect(await hideFace(never, shelf, requestFor(1, head), () => undefined)).toEqual(last);
  });
});

test('hides the whole face, and says that it changes nothing, where one person alone is known to the head', async () => {
  const { head } = enrolled;
  const one = {
    ...head,
    names: head.names.slice(0, 1),
    weights: head.weights.slice(0, 128),
    bias: head.bias.slice(0, 1),
    references: head.references.slice(0, 128),
    owners: [0],
  };
  const { regions: labels } = cropOf(0);
  const last = await hideFace(never, shelf, requestFor(0, one), () => undefined);
  expect(last).toMatchObject({ phase: 'done', changed: false, covered: 1, answer: { index: 0, probability: 1 } });
  expect([...last.hidden]).toEqual([...labels].map((label) => (isFace(label) ? 1 : 0)));
});

test('refuses a face that nobody knows, and a photo without one', async () => {
  const stranger = { ...enrolled.head, unknownDistance: -1 };
  await expect(hideFace(never, shelf, requestFor(0, stranger), () => undefined)).rejects.toThrow(/nobody/);
  const faceless = { ...requestFor(0), regions: new Uint8Array(size * size).fill(regions.indexOf('elsewhere')) };
  await expect(hideFace(never, shelf, faceless, () => undefined)).rejects.toThrow(/no face/);
});

test('stops when it is told to, without a tensor left', async () => {
  const before = tensors();
  const controller = new AbortController();
  const run = hideFace(controller.signal, shelf, requestFor(2), ({ phase }) => {
    if (phase === 'patches') controller.abort();
  });
  await expect(run).rejects.toThrow(/abort/i);
  expect(tensors()).toBe(before);
});
