/** Keras’s dialects become one description, with the weights of models within models at their place. */
import { expect, test } from 'vitest';
import type { ForeignWeight } from '../../../src/worker/convert/foreignNetwork';
import { findInGroups } from '../../../src/worker/convert/keras/findInGroups';
import type { LayerWeights } from '../../../src/worker/convert/keras/layerWeights';
import { listLayers } from '../../../src/worker/convert/keras/listLayers';
import { nameWeights } from '../../../src/worker/convert/keras/nameWeights';
import { normaliseModel } from '../../../src/worker/convert/keras/normaliseModel';
import { readModel } from '../../../src/worker/convert/keras/readModel';
import { snakeCase } from '../../../src/worker/convert/keras/snakeCase';
import { checkKerasModel } from '../../../src/worker/network/loaders/layersModelSchema';

const layer = (class_name: string, name: string, config: object = {}, inputs: readonly string[] = []) => ({
  class_name,
  name,
  config: { name, ...config },
  inbound_nodes: inputs.length === 0 ? [] : [inputs.map((input) => [input, 0, 0, {}])],
});
const functional = (layers: readonly object[]) => ({ class_name: 'Functional', config: { name: 'm', layers } });
const sequential = (layers: readonly object[]) => ({ class_name: 'Sequential', config: { name: 'm', layers } });
const tensor = (name: string) => ({
  class_name: '__keras_tensor__',
  config: { shape: [], keras_history: [name, 0, 0] },
});
const read = (config: unknown, groups: readonly LayerWeights[]) =>
  readModel({ config, version: '2.13.1' }, findInGroups(groups));
const noChunks = async function* () {};
const dataset = (name: string, ...shape: number[]) => ({ name, shape, path: name, chunks: noChunks });

test('Keras 3: wrapped types, tensors with their history, batch_shape', () => {
  const policy = { module: 'keras', class_name: 'DTypePolicy', config: { name: 'float32' }, registered_name: null };
  const relu = { module: 'builtins', class_name: 'function', config: 'relu', registered_name: 'function' };
  const model = functional([
    { ...layer('InputLayer', 'in', { batch_shape: [null, 8, 8, 3], dtype: policy }) },
    {
      ...layer('Conv2D', 'conv', { dtype: policy, activation: relu }),
      inbound_nodes: [{ args: [tensor('in')], kwargs: {} }],
    },
    { ...layer('Add', 'add'), inbound_nodes: [{ args: [[tensor('conv'), tensor('conv')]], kwargs: {} }] },
  ]);
  const { layers } = checkKerasModel(normaliseModel(model));
  expect(layers.map(({ config, inbound_nodes }) => [config, inbound_nodes])).toEqual([
    [{ name: 'in', batch_input_shape: [null, 8, 8, 3], dtype: 'float32' }, []],
    [{ name: 'conv', dtype: 'float32', activation: 'relu' }, [[['in', 0, 0, {}]]]],
    [
      { name: 'add' },
      [
        [
          ['conv', 0, 0, {}],
          ['conv', 0, 0, {}],
        ],
      ],
    ],
  ]);
  const scalar = functional([{ ...layer('Multiply', 'half'), inbound_nodes: [{ args: [tensor('in'), 0.5] }] }]);
  expect(() => normaliseModel(scalar)).toThrow(/half .* called with something else/);
});

test('a model in a model is put into words of Keras 2, too, and keeps its ends', () => {
  const conv = { ...layer('Conv2D', 'c1'), inbound_nodes: [{ args: [tensor('image')], kwargs: {} }] };
  const config = { name: 'base', layers: [layer('InputLayer', 'image'), conv], output_layers: ['c1', 0, 0] };
  const plain = normaliseModel(sequential([{ class_name: 'Functional', name: 'base', config }, layer('Dense', 'c1')]));
  const [inner] = checkKerasModel(plain).layers;
  expect(inner?.config).toMatchObject({ name: 'base', output_layers: ['c1', 0, 0] });
  const placed = listLayers(checkKerasModel(plain));
  expect(placed.map(({ path }) => path.join('/'))).toEqual(['base/image', 'base/c1', 'c1']);
  expect(placed[1]?.layer.inbound_nodes).toEqual([[['image', 0, 0, {}]]]);
});

test('weights of a model in a model come from its group, by the layers’ names', () => {
  const inner = { name: 'base', config: { name: 'base', layers: [layer('Conv2D', 'c1', { use_bias: false })] } };
  const model = sequential([
    layer('InputLayer', 'in', { batch_input_shape: [null, 8, 8, 3] }),
    { class_name: 'Sequential', ...inner },
    layer('Dense', 'top'),
  ]);
  const groups: LayerWeights[] = [
    { layer: 'base', weights: [dataset('c1/kernel', 3, 3, 3, 4)] },
    { layer: 'top', weights: [dataset('top_W', 4, 2), dataset('top_b', 2)] },
  ];
  const { weights } = read(model, groups);
  expect(weights.map(({ name, shape }) => [name, ...shape])).toEqual([
    ['base/c1/kernel', 3, 3, 3, 4],
    ['top/kernel', 4, 2],
    ['top/bias', 2],
  ]);
  expect(() => read(model, groups.slice(1))).toThrow(/weights of layer base\/c1 \(Conv2D\)/);
  const stray = { layer: 'later', weights: [dataset('kernel', 2)] };
  expect(() => read(model, [...groups, stray])).toThrow(/weights of a layer later, which/);
  const inside = { layer: 'base', weights: [dataset('c1/kernel', 3, 3, 3, 4), dataset('other/kernel', 1)] };
  expect(() => read(model, [inside, ...groups.slice(1)])).toThrow(/weights of a layer base\/other, which/);
});

test('weights go by their order, unless their names say otherwise; another number of them is refused', () => {
  const names = ['gamma', 'beta'];
  const order = (...weights: ReturnType<typeof dataset>[]) =>
    nameWeights('bn', names, { layer: 'bn', weights }).map(({ name, shape }: ForeignWeight) => [name, ...shape]);
  expect(order(dataset('bn_1', 1), dataset('bn_2', 2))).toEqual([
    ['bn/gamma', 1],
    ['bn/beta', 2],
  ]);
  expect(order(dataset('bn/beta', 2), dataset('bn/gamma', 1))).toEqual([
    ['bn/gamma', 1],
    ['bn/beta', 2],
  ]);
  expect(() => order(dataset('bn/gamma', 1))).toThrow(/bn has 1 weights in the file where it needs 2/);
});

test.each(['Lambda', 'TFSMLayer'])('%s is refused by name, also within a model in the model', (kind) => {
  const direct = functional([
    layer('InputLayer', 'in', { batch_input_shape: [null, 8, 8, 3] }),
    layer(kind, 'mine', {}, ['in']),
  ]);
  const nested = sequential([
    layer('InputLayer', 'in', { batch_input_shape: [null, 8, 8, 3] }),
    { class_name: 'Sequential', name: 's', config: { name: 's', layers: [layer(kind, 'mine')] } },
  ]);
  for (const model of [direct, nested])
    expect(() => read(model, [])).toThrow(new RegExp(`mine \\(${kind}\\).*never run`));
});

test('class names as Keras writes them into paths', () => {
  expect(
    ['Conv2D', 'DepthwiseConv2D', 'BatchNormalization', 'PReLU', 'Conv2DTranspose', 'Dense'].map(snakeCase),
  ).toEqual(['conv2d', 'depthwise_conv2d', 'batch_normalization', 'p_re_lu', 'conv2d_transpose', 'dense']);
});
