/** The mean face that is checked in is what the sample faces give, by Procrustes analysis written for this test. */
import { beforeAll, expect, test } from 'vitest';
import { meanShape } from '../../src/shared/geometry/meanShape';
import type { Point } from '../../src/shared/geometry/space';
import { detectFaces } from '../../src/worker/face/detectFaces';
import { openDevice } from '../../src/worker/kernels/device';
import { LoadedGraph } from '../../src/worker/network/loadedGraph';
import { loadNetwork } from '../../src/worker/network/loaders/loadNetwork';
import { faceDetector, faceLandmarks } from './support/bundled';
import { meanOfShapes } from './support/meanOfShapes';
import { loadSample, samples } from './support/samples';

const signal = new AbortController().signal;
beforeAll(() => openDevice('wasm', () => undefined));

test('the mean shape is the mean of the sample faces', async () => {
  const [detector, landmarks] = await Promise.all(
    [faceDetector, faceLandmarks].map(
      async (spec) => new LoadedGraph(await loadNetwork(signal, spec, () => undefined)),
    ),
  );
  if (detector === undefined || landmarks === undefined) throw new Error('Both networks load.');
  const shapes: Point<'face'>[][] = [];
  for (const i of samples.keys()) {
    const { faces } = await detectFaces(signal, { detector, landmarks }, await loadSample(i));
    shapes.push(...faces.map((face) => face.landmarks.map(({ x, y }) => ({ x, y }))));
  }
  const mean = meanOfShapes(shapes);
  const listed = mean.map(({ x, y }) => `[${x.toFixed(4)}, ${y.toFixed(4)}]`).join(', ');
  const farthest = Math.max(
    ...mean.map((p, i) => Math.hypot(p.x - (meanShape[i]?.x ?? 9), p.y - (meanShape[i]?.y ?? 9))),
  );
  // The landmarks' second look uses the mean shape itself: this is its fixed point, to what the decoder of photos
  // rounds.
  expect(farthest, `put these into meanShape.ts: ${listed}`).toBeLessThan(2e-3);
});
