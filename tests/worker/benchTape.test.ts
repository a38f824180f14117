/** What the bench compares must be the same computation: a step on its tape ends where Fovea's own step does. */
import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { presetSettings } from '../../src/shared/presets';
import { createRandom } from '../../src/shared/random';
import { ascend } from '../../src/worker/explain/ascent/ascend';
import { openDevice } from '../../src/worker/kernels/device';
import { LoadedGraph } from '../../src/worker/network/loadedGraph';
import { loadNetwork } from '../../src/worker/network/loaders/loadNetwork';
import { border, filter } from '../bench/job';
import { dlibResnet as dlibTape } from '../bench/tape/dlibResnet';
import { stepFrom } from '../bench/tape/stepFrom';
import { dlibResnet } from './support/bundled';
import { relativeError } from './support/compare';

const signal = new AbortController().signal;
const size = 150;

beforeAll(() => openDevice('wasm', () => undefined));

function noise(seed: number): Float32Array<ArrayBuffer> {
  const random = createRandom(seed);
  return Float32Array.from({ length: size * size * 3 }, () => (random() - 0.5) * 0.25);
}

async function ourStep(layer: string, start: Float32Array<ArrayBuffer>): Promise<Float32Array> {
  const loaded = new LoadedGraph(await loadNetwork(signal, dlibResnet, () => undefined));
  const settings = { ...presetSettings('seed-report'), border, size };
  const unlimited = { budget: Number.POSITIVE_INFINITY, frameInterval: Number.POSITIVE_INFINITY };
  const slice = {
    network: 'dlib-resnet',
    layer,
    filter,
    settings,
    start,
    untilStep: 1,
    wantValues: true,
    ...unlimited,
  };
  const steps = ascend(signal, loaded, slice);
  let next = await steps.next();
  while (!next.done) next = await steps.next();
  loaded.dispose();
  return next.value.values ?? new Float32Array();
}

/** Relative difference of the two steps from one start. */
async function difference(layer: string, seed: number): Promise<number> {
  const start = noise(seed);
  const image = tf.tensor4d(start, [1, size, size, 3]);
  const taped = await stepFrom(image, await dlibTape(), layer).data();
  const change = (values: ArrayLike<number>) => start.map((value, i) => (values[i] ?? Number.NaN) - value);
  const expected = change(taped);
  expect(Math.max(...expected)).toBeGreaterThan(0.01);
  return relativeError(change(await ourStep(layer, start)), expected);
}

test.each(['conv32_3', 'conv64_3', 'conv128_2'])('a step on dlib-resnet’s %s', async (layer) => {
  // A unit on its ReLU's edge falls to either side by rounding, and takes its share of the gradient along: the median
  // of three starts does not depend on that.
  const differences = [await difference(layer, 12), await difference(layer, 13), await difference(layer, 14)];
  expect(differences.sort((a, b) => a - b)[1]).toBeLessThan(1e-3);
});
