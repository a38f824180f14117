/** Our forward pass against the packages' own: face-api's FaceRecognitionNet and TensorFlow.js's GraphModel. */
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../src/shared/random';
import { openDevice } from '../../src/worker/kernels/device';
import { tensor } from '../../src/worker/kernels/tensor';
import { describe as describeNetwork } from '../../src/worker/network/describe';
import { forward } from '../../src/worker/network/forward';
import { LoadedGraph } from '../../src/worker/network/loadedGraph';
import { loadNetwork } from '../../src/worker/network/loaders/loadNetwork';
import { planTo } from '../../src/worker/network/plan';
import { dlibResnet, hseMobilenet } from './support/bundled';
import { relativeError } from './support/compare';
import { loadFaceApi } from './support/faceApi';

const signal = new AbortController().signal;

beforeAll(() => openDevice('wasm', () => undefined));

/** A smooth picture with some noise, RGB 0..255, HWC. */
function picture(size: number, seed: number): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from({ length: size * size * 3 }, (_, i) => {
    const [x, y] = [Math.floor(i / 3) % size, Math.floor(i / 3 / size)];
    return Math.round(
      110 + 70 * Math.sin((x + seed * 9) / 17) * Math.cos(y / 23) + 40 * (random() - 0.5) + 12 * (i % 3),
    );
  });
}

async function outputOf(loaded: LoadedGraph, layer: string, values: Float32Array, size: number): Promise<Float32Array> {
  const input = tensor(values, [1, size, size, 3]);
  const pass = await forward(signal, planTo(loaded.network.graph, layer), loaded.weights, input);
  const output = Float32Array.from(await pass.output.data());
  pass.dispose();
  input.dispose();
  return output;
}

/** Values in a face-api weight manifest, counted from its shapes. */
async function countOfManifest(url: string): Promise<number> {
  const groups = (await (await fetch(url)).json()) as { weights: { shape: number[] }[] }[];
  return groups.flatMap((group) => group.weights).reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
}

describe('dlib-resnet', () => {
  test('its embedding is face-api’s descriptor', async () => {
    const faceapi = await loadFaceApi();
    const reference = new faceapi.FaceRecognitionNet();
    await reference.loadFromUri('/node_modules/@vladmandic/face-api/model');
    const loaded = new LoadedGraph(await loadNetwork(signal, dlibResnet, () => undefined));
    for (const seed of [1, 2, 3]) {
      const pixels = picture(150, seed);
      const expected = await reference.computeFaceDescriptor(faceapi.tf.tensor4d([...pixels], [1, 150, 150, 3]));
      const { mean, scale } = dlibResnet.preprocessing;
      const input = pixels.map((value, i) => (value - (mean[i % 3] ?? 0)) * scale);
      expect(relativeError(await outputOf(loaded, 'fc', input, 150), expected as Float32Array)).toBeLessThan(1e-4);
    }
    loaded.dispose();
  });

  test('its layers keep dlib’s names, from conv32_down to conv256_down_out', async () => {
    const { layers, info } = describeNetwork(await loadNetwork(signal, dlibResnet, () => undefined));
    const blocks = layers.filter((layer) => layer.kind === 'Add').map((layer) => layer.name);
    expect(layers[1]?.name).toBe('conv32_down');
    expect(blocks).toEqual([
      ...['conv32_1', 'conv32_2', 'conv32_3', 'conv64_down', 'conv64_1', 'conv64_2', 'conv64_3', 'conv128_down'],
      ...['conv128_1', 'conv128_2', 'conv256_down', 'conv256_1', 'conv256_2', 'conv256_down_out'],
    ]);
    expect(layers.find((layer) => layer.name === 'conv64_3')?.outputShape).toEqual([17, 17, 64]);
    expect(info.input).toEqual([150, 150, 3]);
    expect(info.parameters).toBe(await countOfManifest(dlibResnet.source.manifest));
  });
});

describe('hse-mobilenet', () => {
  test('every output is GraphModel.execute’s', async () => {
    const model = await tf.loadGraphModel(
      tf.io.http(hseMobilenet.source.manifest, {
        weightUrlConverter: async () => hseMobilenet.source.weights[0] ?? '',
      }),
    );
    const loaded = new LoadedGraph(await loadNetwork(signal, hseMobilenet, () => undefined));
    const outputs = [
      ['conv_pw_1_relu', 'conv_pw_1_relu/clip_by_value'],
      ['conv_pw_13_relu', 'conv_pw_13_relu/clip_by_value'],
      ['global_pooling/Mean', 'global_pooling/Mean'],
      ['age_pred', 'age_pred/BiasAdd'],
      ['age_pred/Softmax', 'age_pred/Softmax'],
      ['gender_pred/Sigmoid', 'gender_pred/Sigmoid'],
    ] as const;
    for (const seed of [1, 2]) {
      const pixels = picture(224, seed);
      const input = tf.tensor(pixels, [1, 224, 224, 3]);
      for (const [ours, theirs] of outputs) {
        const expected = model.execute(input, theirs) as tf.Tensor;
        expect(relativeError(await outputOf(loaded, ours, pixels, 224), await expected.data())).toBeLessThan(1e-4);
        expected.dispose();
      }
      input.dispose();
    }
    loaded.dispose();
    model.dispose();
  });
});
