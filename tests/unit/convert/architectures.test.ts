/** Weights without a description are told by their layers; each network at full size, without its values. */
import { expect, test } from 'vitest';
import { type Choice, type Layer, layersOf } from '../../../scripts/weights/layersOf.mjs';
import { matchArchitecture } from '../../../src/worker/convert/architectures/matchArchitecture';
import { countOf } from '../../../src/worker/convert/foreignNetwork';
import type { LayerWeights } from '../../../src/worker/convert/keras/layerWeights';

const noChunks = async function* () {};
const weightsOf = (layers: readonly Layer[], nameOf = (layer: string, weight: string) => `${layer}/${weight}`) =>
  layers
    .filter(({ weights }) => weights.length > 0)
    .map(
      ({ name: layer, weights }): LayerWeights => ({
        layer,
        weights: weights.map(([weight, shape]) => ({ name: nameOf(layer, weight), path: '', shape, chunks: noChunks })),
      }),
    );
const layersFor = (network: string, choice: Choice) => layersOf[network]?.(choice) ?? [];

// The report's figure without top; the others from the layers' shapes: 17,684,919 are a ResNet's 8,631 classes.
test.each([
  ['vggface-vgg16', false, 'vgg16', 14_714_688],
  ['vggface-vgg16', true, 'vgg16', 145_002_878],
  ['imagenet-vgg16', false, 'vgg16', 14_714_688],
  ['imagenet-vgg16', true, 'vgg16', 138_357_544],
  ['vggface-resnet50', false, 'resnet50', 23_561_152],
  ['vggface-resnet50', true, 'resnet50', 41_246_071],
  ['vggface-senet50', false, 'senet50', 26_092_144],
  ['vggface-senet50', true, 'senet50', 43_777_063],
] as const)('%s, with top: %s', (name, top, architecture, parameters) => {
  const network = matchArchitecture(weightsOf(layersFor(name, { top })));
  expect(network.architecture).toBe(architecture);
  expect(network.weights.reduce((sum, { shape }) => sum + countOf(shape), 0)).toBe(parameters);
});

test('the names of Keras 1, in its order', () => {
  const layers = layersFor('vggface-vgg16', { top: false });
  const nameOf = (layer: string, weight: string) => `${layer}_${weight === 'kernel' ? 'W' : 'b'}_1`;
  expect(matchArchitecture(weightsOf(layers, nameOf)).weights[0]?.name).toBe('conv1_1/kernel');
});

test('the input’s size comes from what the first dense layer reads', () => {
  const sizes = [64, 128, 224].map((size) => {
    const { topology } = matchArchitecture(weightsOf(layersFor('vggface-vgg16', { top: true, size })));
    return JSON.stringify(topology).match(/"batch_input_shape":\[null,(\d+)/)?.[1];
  });
  expect(sizes).toEqual(['64', '128', '224']);
});

const change = (layers: readonly Layer[], name: string, weights: Layer['weights']) =>
  layers.map((layer) => (layer.name === name ? { name, weights } : layer));

test('a layer that is missing, one too many, and shapes that do not fit are refused by name', () => {
  const vgg = layersFor('vggface-vgg16', { top: true });
  const senet = layersFor('vggface-senet50', { top: true });
  const refused = (layers: readonly Layer[], words: RegExp) =>
    expect(() => matchArchitecture(weightsOf(layers))).toThrow(words);
  refused(
    vgg.filter(({ name }) => name !== 'fc7'),
    /VGG16 of VGGFace, but layer fc7 does not fit: it is missing/,
  );
  refused([...vgg, { name: 'fc9', weights: [['kernel', [1, 1]]] }], /layer fc9 does not fit: it has no such layer/);
  refused(
    change(vgg, 'conv3_2', [
      ['kernel', [3, 3, 128, 256]],
      ['bias', [256]],
    ]),
    /conv3_2 does not fit: its kernel has the shape 3 × 3 × 128 × 256 where 3 × 3 × 256 × units/,
  );
  refused(
    change(vgg, 'conv1_1', [
      ['kernel', [3, 3, 3, 64]],
      ['bias', [63]],
    ]),
    /conv1_1 does not fit: its bias .* 63/,
  );
  refused(
    change(vgg, 'fc6', [
      ['kernel', [25_000, 4096]],
      ['bias', [4096]],
    ]),
    /fc6 .* where 25088 × units/,
  );
  refused(change(vgg, 'fc8', [['kernel', [4096, 10]]]), /Layer fc8 has 1 weights in the file where it needs 2/);
  refused(
    senet.filter(({ name }) => name !== 'conv4_3_1x1_up'),
    /SENet-50 of VGGFace2, but layer conv4_3_1x1_up/,
  );
  refused([{ name: 'dense_1', weights: [['kernel', [1, 1]]] }], /no network is known that has its 1 layers \(dense_1/);
});
