import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { openDevice } from '../../../src/worker/kernels/device';
import { tensor } from '../../../src/worker/kernels/tensor';
import { describe as describeNetwork } from '../../../src/worker/network/describe';
import { forward } from '../../../src/worker/network/forward';
import { LoadedGraph } from '../../../src/worker/network/loadedGraph';
import { planTo } from '../../../src/worker/network/plan';
import { relativeError } from '../support/compare';
import { convert, load } from '../support/converted';
import { weightsFile } from '../support/kerasFiles';

const signal = new AbortController().signal;
beforeAll(() => openDevice('wasm', () => undefined));

test('VGGFace’s VGG16: told by its names, with the report’s layers, and tfjs’s own answers', async () => {
  const file = await weightsFile('vggface-vgg16', { top: true, divide: 16, size: 64, classes: 10 });
  const converted = await convert(file);
  expect(converted).toMatchObject({ format: 'Keras weights, VGG16 of VGGFace', architecture: 'vgg16', labels: null });
  const network = await load(converted);
  const { layers, info } = describeNetwork(network);
  expect(layers.map(({ name }) => name)).toEqual(
    'input conv1_1 conv1_2 pool1 conv2_1 conv2_2 pool2 conv3_1 conv3_2 conv3_3 pool3 conv4_1 conv4_2 conv4_3 pool4 conv5_1 conv5_2 conv5_3 pool5 flatten fc6 fc6/relu fc7 fc7/relu fc8 fc8/softmax'.split(
      ' ',
    ),
  );
  expect(info.input).toEqual([64, 64, 3]);
  const model = await tf.loadLayersModel(tf.io.browserFiles([...converted.files]));
  const values = Float32Array.from({ length: 64 * 64 * 3 }, (_, i) => Math.sin(i) * 100);
  const expected = (model.predict(tf.tensor(values, [1, 64, 64, 3])) as tf.Tensor).dataSync();
  const loaded = new LoadedGraph(network);
  const input = tensor(values, [1, 64, 64, 3]);
  const pass = await forward(signal, planTo(network.graph, 'fc8/softmax'), loaded.weights, input);
  expect(relativeError(await pass.output.data(), expected)).toBeLessThan(1e-4);
});
