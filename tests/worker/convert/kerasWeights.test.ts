/** Weights-only files of the public releases, small: TensorFlow.js’s own layers model answers the same. */
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { convertNetwork } from '../../../src/page/engine/convertNetwork';
import { memoryReport, openDevice } from '../../../src/worker/kernels/device';
import { tensor } from '../../../src/worker/kernels/tensor';
import { describe as describeNetwork } from '../../../src/worker/network/describe';
import { forward } from '../../../src/worker/network/forward';
import { LoadedGraph } from '../../../src/worker/network/loadedGraph';
import { planTo } from '../../../src/worker/network/plan';
import { objectArrayNpy } from '../../support/npyFiles';
import { relativeError } from '../support/compare';
import { convert, load } from '../support/converted';
import { inputGradient } from '../support/inputGradient';
import { weightsFile } from '../support/kerasFiles';

const signal = new AbortController().signal;
const layersOfTheReport =
  'input conv1_1 conv1_2 pool1 conv2_1 conv2_2 pool2 conv3_1 conv3_2 conv3_3 pool3 conv4_1 conv4_2 conv4_3 pool4 conv5_1 conv5_2 conv5_3 pool5';

beforeAll(() => openDevice('wasm', () => undefined));

/** What TensorFlow.js makes of the files, on its plainest backend. */
async function tfjsAnswer(files: readonly File[], values: Float32Array, size: number) {
  await tf.setBackend('cpu');
  const model = await tf.loadLayersModel(tf.io.browserFiles([...files]));
  const expected = tf.tidy(() => (model.predict(tf.tensor(values, [1, size, size, 3])) as tf.Tensor).dataSync());
  model.dispose();
  await tf.setBackend('wasm');
  return expected;
}

describe.each([
  ['vggface-vgg16', 'vgg16', 'VGG16 of VGGFace', 64],
  ['imagenet-vgg16', 'vgg16', 'VGG16 of Keras Applications', 64],
  ['vggface-resnet50', 'resnet50', 'ResNet-50 of VGGFace2', 224],
  ['vggface-senet50', 'senet50', 'SENet-50 of VGGFace2', 224],
] as const)('%s', (network, architecture, title, size) => {
  test('probabilities over 2,622 classes', async () => {
    const converted = await convert(await weightsFile(network, { top: true, divide: 16, size, classes: 2622 }));
    expect(converted).toMatchObject({ format: `Keras weights, ${title}`, architecture, labels: null });
    const before = memoryReport().tensors;
    const built = await load(converted);
    const values = Float32Array.from({ length: size * size * 3 }, (_, i) => Math.sin(i) * 100);
    const expected = await tfjsAnswer(converted.files, values, size);
    const loaded = new LoadedGraph(built);
    const input = tensor(values, [1, size, size, 3]);
    const { classes } = built.outputs;
    expect(classes[0]?.labels).toHaveLength(2622);
    const pass = await forward(signal, planTo(built.graph, `${classes[0]?.layer}/softmax`), loaded.weights, input);
    expect(relativeError(await pass.output.data(), expected)).toBeLessThan(1e-4);
    pass.dispose();
    input.dispose();
    loaded.dispose();
    expect(memoryReport().tensors).toBe(before);
  });
});

test('without top: the report’s layers; with top and a label file: its classes by name', async () => {
  const bare = await load(await convert(await weightsFile('vggface-vgg16', { top: false, divide: 16 })));
  expect(describeNetwork(bare).layers.map(({ name }) => name)).toEqual(layersOfTheReport.split(' '));
  const file = await weightsFile('vggface-vgg16', { top: true, divide: 64, size: 32, classes: 3 });
  const labels = new File([objectArrayNpy([' Ada', 'Bo', 'Cleo'])], 'labels.npy');
  const named = await load(await convert(file, labels));
  expect(named.outputs.classes).toMatchObject([
    { layer: 'fc8', probability: 'softmax', labels: ['Ada', 'Bo', 'Cleo'] },
  ]);
  expect(named.outputs.embedding).toBe('fc7/relu');
});

test('without top: the embedding is Keras’s global average pooling behind the last layer, forward and backward', async () => {
  const converted = await convert(await weightsFile('vggface-vgg16', { top: false, divide: 16 }));
  const network = await load(converted);
  const { embedding, pooled, classes } = network.outputs;
  expect([embedding, pooled, classes]).toEqual(['pool5/mean', { layer: 'pool5', filters: 32 }, []]);
  const { info, layers } = describeNetwork(network);
  expect(info.layers).toBe(layers.length);
  expect(layers.at(-1)).toMatchObject({ name: 'pool5', outputShape: [7, 7, 32] });

  const size = 224;
  const values = Float32Array.from({ length: size * size * 3 }, (_, i) => 100 * Math.sin(i * i));
  const loaded = new LoadedGraph(network);
  const input = tensor(values, [1, size, size, 3]);
  const seedOf = (length: number) => Float32Array.from({ length }, (_, i) => Math.cos(i));
  const ours = await inputGradient(loaded, embedding ?? '', input, seedOf);
  loaded.dispose();
  input.dispose();

  await tf.setBackend('cpu');
  const base = await tf.loadLayersModel(tf.io.browserFiles([...converted.files]));
  const mean = tf.layers.globalAveragePooling2d({}).apply(base.outputs[0] as tf.SymbolicTensor);
  const model = tf.model({ inputs: base.inputs, outputs: mean as tf.SymbolicTensor });
  const [expected, slope] = tf.tidy(() => {
    const x = tf.tensor4d(values, [1, size, size, 3]);
    const scalar = (picture: tf.Tensor) => tf.sum(tf.mul(model.predict(picture) as tf.Tensor, tf.tensor(ours.seed)));
    return [(model.predict(x) as tf.Tensor).dataSync(), tf.grad(scalar)(x).dataSync()];
  });
  model.dispose();
  await tf.setBackend('wasm');
  expect(ours.output).toHaveLength(32);
  expect(relativeError(ours.output, expected)).toBeLessThan(1e-4);
  expect(relativeError(ours.gradient, slope)).toBeLessThan(1e-4);
});

test('a file that lies in the network’s folder is no choice of labels; beside it, it is', async () => {
  const file = await weightsFile('vggface-vgg16', { top: true, divide: 64, size: 32, classes: 3 });
  const files = [file, new File(['Do what you like.\nNo warranty.\n'], 'people')];
  const request = { files, precision: 'f32', folder: null } as const;
  const { labels } = await convertNetwork(signal, { ...request, paths: ['net/weights.h5', 'net/people'] });
  expect(labels).toBeNull();
  await expect(convertNetwork(signal, request)).rejects.toThrow(/people names 2 classes/);
});

test('refused by name: labels of another network, NaN in a weight, a stray shard, two networks, nothing at all', async () => {
  const file = await weightsFile('vggface-vgg16', { top: true, divide: 64, size: 32, classes: 3 });
  const refused = (words: RegExp, ...files: File[]) => expect(convert(...files)).rejects.toThrow(words);
  await refused(/names.txt names 2 classes, but the network has 3/, file, new File(['Ada\nBo\n'], 'names.txt'));
  await refused(
    /group1-shard3 belongs to no network here: a Keras file holds all/,
    file,
    new File([new Uint8Array([0, 1, 2])], 'group1-shard3'),
  );
  const copies = ['other', 'third', 'fourth'].map((name) => new File([file], name));
  await refused(/several networks: weights and other\.$/, file, ...copies.slice(0, 1));
  await refused(/are 4 networks: weights and other, and 2 more\.$/, file, ...copies);
  await refused(/no network among the files: photo.jpg/, new File([new Uint8Array([0xff, 0xd8, 0xff])], 'photo.jpg'));
  const change = (layer: string, weight: string, values: Float32Array) => {
    if (layer === 'conv4_2' && weight === 'bias') values[1] = Number.NaN;
  };
  const broken = await weightsFile('vggface-vgg16', { top: false, divide: 64, change });
  await refused(/weight conv4_2\/bias contains values that are not numbers \(NaN\)/, broken);
});
