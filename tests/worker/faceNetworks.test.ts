/** The networks that find and read faces, against face-api's own forward passes in its own realm. */

import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../src/shared/random';
import { anchorBoxes } from '../../src/worker/face/anchorBoxes';
import { decodeBoxes } from '../../src/worker/face/decodeBoxes';
import { openDevice } from '../../src/worker/kernels/device';
import { tensor } from '../../src/worker/kernels/tensor';
import { describe as describeNetwork } from '../../src/worker/network/describe';
import { forward } from '../../src/worker/network/forward';
import { LoadedGraph } from '../../src/worker/network/loadedGraph';
import { loadNetwork } from '../../src/worker/network/loaders/loadNetwork';
import { readWeights } from '../../src/worker/network/loaders/readWeights';
import { manifestSchema } from '../../src/worker/network/loaders/weightsManifest';
import { outputsOf } from '../../src/worker/network/outputsOf';
import { planTo } from '../../src/worker/network/plan';
import { expression, faceDetector, faceLandmarks } from './support/bundled';
import { relativeError } from './support/compare';
import { loadFaceApi } from './support/faceApi';

const signal = new AbortController().signal;
const models = '/node_modules/@vladmandic/face-api/model';
type FaceApi = Awaited<ReturnType<typeof loadFaceApi>>;
let faceapi: FaceApi;

beforeAll(async () => {
  await openDevice('wasm', () => undefined);
  faceapi = await loadFaceApi('wasm');
});

const load = async (spec: Parameters<typeof loadNetwork>[1]) =>
  new LoadedGraph(await loadNetwork(signal, spec, () => undefined));

/** A smooth picture with some noise, RGB 0..255, HWC. */
function picture(size: number, seed: number): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from({ length: size * size * 3 }, (_, i) => {
    const [x, y] = [Math.floor(i / 3) % size, Math.floor(i / 3 / size)];
    return Math.round(
      120 + 80 * Math.sin((x + seed * 9) / 17) * Math.cos(y / 23) + 30 * (random() - 0.5) + 9 * (i % 3),
    );
  });
}

async function ours(loaded: LoadedGraph, layer: string, pixels: Float32Array, size: number): Promise<Float32Array> {
  const { mean, scale } = loaded.network.preprocessing;
  const input = tensor(
    pixels.map((value, i) => (value - (mean[i % 3] ?? 0)) * scale),
    [1, size, size, 3],
  );
  const pass = await forward(signal, planTo(loaded.network.graph, layer), loaded.weights, input);
  const values = Float32Array.from(await pass.output.data());
  pass.dispose();
  input.dispose();
  return values;
}

const netInput = (pixels: Float32Array, size: number) =>
  faceapi.toNetInput(faceapi.tf.tensor4d([...pixels], [1, size, size, 3]) as never);

const countOf = async (url: string, left: (name: string) => boolean = () => true) => {
  const groups = v.parse(manifestSchema, await (await fetch(url)).json());
  const weights = groups.flatMap((group) => group.weights).filter(({ name }) => left(name));
  return weights.reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
};

describe('expression', () => {
  test('its logits are those of face-api’s FaceExpressionNet', async () => {
    const reference = new faceapi.FaceExpressionNet();
    await reference.loadFromUri(models);
    const loaded = await load(expression);
    for (const seed of [1, 2, 3]) {
      const pixels = picture(112, seed);
      const expected = await reference.runNet(await netInput(pixels, 112)).data();
      expect(relativeError(await ours(loaded, 'fc', pixels, 112), expected as Float32Array)).toBeLessThan(1e-4);
    }
    loaded.dispose();
  });

  test('its classes are told from its graph, and all its parameters are counted', async () => {
    const network = await loadNetwork(signal, expression, () => undefined);
    const { embedding, classes } = outputsOf(network.graph);
    expect([embedding, classes.length, classes[0]?.layer, classes[0]?.labels.length]).toEqual([
      'global_average',
      1,
      'fc',
      7,
    ]);
    expect(describeNetwork(network).info.parameters).toBe(await countOf(expression.source.manifest));
  });
});

test('the landmark network’s outputs are those of face-api’s FaceLandmark68Net', async () => {
  const reference = new faceapi.FaceLandmark68Net();
  await reference.loadFromUri(models);
  const loaded = await load(faceLandmarks);
  for (const seed of [4, 5]) {
    const pixels = picture(112, seed);
    const expected = await reference.runNet(await netInput(pixels, 112)).data();
    expect(relativeError(await ours(loaded, 'fc', pixels, 112), expected as Float32Array)).toBeLessThan(1e-4);
  }
  loaded.dispose();
});

describe('detector', () => {
  test('its anchors are those that face-api’s weights carry', async () => {
    const { manifest, weights } = faceDetector.source;
    const groups = v.parse(manifestSchema, await (await fetch(manifest)).json());
    const bytes = await (await fetch(weights[0])).arrayBuffer();
    const expected =
      (await readWeights(signal, groups, new Blob([bytes]), async () => {})).get('Output/extra_dim')?.values ??
      new Float32Array();
    const corners = anchorBoxes().flatMap(({ x, y, width, height }) => [
      y - height / 2,
      x - width / 2,
      y + height / 2,
      x + width / 2,
    ]);
    expect(corners.length).toBe(5118 * 4);
    expect(Math.max(...corners.map((value, i) => Math.abs(value - (expected[i] ?? Number.NaN))))).toBeLessThan(1e-4);
  });

  test('its boxes and scores are those of face-api’s SsdMobilenetv1, all 5118', async () => {
    const reference = new faceapi.SsdMobilenetv1();
    await reference.loadFromUri(models);
    const pixels = picture(512, 6);
    const { boxes, scores } = reference.forwardInput(await netInput(pixels, 512));
    const [theirBoxes, theirScores] = [await boxes[0]?.data(), await scores[0]?.data()];
    const loaded = await load(faceDetector);
    const found = decodeBoxes(await ours(loaded, 'detections', pixels, 512), anchorBoxes(), 1, -1);
    const corners = found.flatMap(({ box: { x, y, width, height } }) => [y, x, y + height, x + width]);
    expect(relativeError(corners, theirBoxes as Float32Array)).toBeLessThan(1e-4);
    expect(
      relativeError(
        found.map(({ score }) => score),
        theirScores as Float32Array,
      ),
    ).toBeLessThan(1e-4);
    loaded.dispose();
  });
});
