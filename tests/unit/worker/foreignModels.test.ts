/**
 * What a file may hold that is not a network as we know it: each refused with its place and a remedy, none believed.
 */
import { describe, expect, test } from 'vitest';
import { loadNetwork } from '../../../src/worker/network/loaders/loadNetwork';
import { narrow } from '../../../src/worker/network/narrow';
import { inferShapes } from '../../../src/worker/network/plan';
import {
  constant,
  conv,
  filesOf,
  fused,
  type GraphNode,
  type ModelFiles,
  placeholder,
  sequential,
  smallLayers,
  smallWeights,
  specOf,
} from './modelFiles';

const never = new AbortController().signal;
const load = (model: ModelFiles, preprocessing = {}) =>
  loadNetwork(never, specOf(filesOf(model), preprocessing), () => undefined);
const good: ModelFiles = { modelTopology: smallLayers(), weights: smallWeights() };
const refusal = (cause: string) => ({
  name: 'FoveaError',
  message: expect.stringContaining(cause),
  remedy: expect.stringMatching(/^(?!.*Reload)./),
});

test('the small model loads, and another preprocessing makes it another network', async () => {
  const { graph, hash } = await load(good);
  expect([...graph.keys()]).toEqual(['input', 'conv', 'pool', 'dense']);
  expect((await load(good)).hash).toBe(hash);
  const others = [{ order: 'bgr' }, { mean: [1, 0, 0] }, { mean: [0, 1, 0] }, { scale: 1 / 255 }];
  const hashes = await Promise.all(others.map(async (other) => (await load(good, other)).hash));
  expect(new Set([hash, ...hashes]).size).toBe(5);
});

describe('layers models', () => {
  const changed = (change: Parameters<typeof smallLayers>[0]): Partial<ModelFiles> => ({
    modelTopology: smallLayers(change),
  });
  const weights = (change: Parameters<typeof smallWeights>[0]): Partial<ModelFiles> => ({
    weights: smallWeights(change),
  });
  const input = { batch_input_shape: [null, 8, 8, 3] };
  const norm = (axis: unknown): Partial<ModelFiles> => ({
    modelTopology: sequential({
      class_name: 'BatchNormalization',
      config: { name: 'norm', ...input, axis, scale: false, center: false },
    }),
    weights: [
      { name: 'norm/moving_mean', shape: [3] },
      { name: 'norm/moving_variance', shape: [3], values: [1, 1, 1] },
    ],
  });

  test.each<[string, Partial<ModelFiles>, string]>([
    ['filters that read more channels than there are', weights({ 'conv/kernel': [3, 3, 64, 4] }), '64 channels'],
    ['filters that read fewer', weights({ 'conv/kernel': [3, 3, 2, 4] }), '2 channels'],
    ['a bias that is too short', weights({ 'conv/bias': [1] }), '1 values for 4'],
    ['an empty bias', weights({ 'conv/bias': [0] }), '0 values for 4'],
    ['a kernel of no cells', weights({ 'conv/kernel': [0, 0, 3, 4] }), 'conv'],
    ['a dense kernel of other units', weights({ 'dense/kernel': [400, 2] }), '400 units'],
    ['a dense kernel of four dimensions', weights({ 'dense/kernel': [4, 2, 1, 1] }), 'dense'],
    ['a dense bias of other units', weights({ 'dense/bias': [3] }), '3 values for 2'],
    ['stride 0', changed({ conv: { strides: [0, 0] } }), 'strides'],
    ['a fractional stride', changed({ conv: { strides: 0.5 } }), 'strides'],
    ['a negative dilation', changed({ conv: { dilation_rate: [-1, -1] } }), 'dilation_rate'],
    ['a stride of a thousand million', changed({ conv: { strides: 1e9 } }), 'strides'],
    ['strides together with dilations', changed({ conv: { strides: 2, dilation_rate: 2 } }), 'dilations'],
    ['an inherited name as activation', changed({ conv: { activation: 'toString' } }), 'toString'],
    ['a missing weight', { weights: smallWeights().slice(1) }, 'kernel is missing'],
    ['a truncated shard', { extraBytes: -4 }, 'manifest wants'],
    ['a shard that is too long', { extraBytes: 4 }, 'manifest wants'],
    [
      'one shard named a thousand times',
      { paths: new Array<string>(1000).fill('w.bin') },
      '488000 bytes where the manifest wants',
    ],
    ['a shard that is not there', { paths: ['other.bin'] }, 'other.bin is missing'],
    [
      'more weights than a browser holds',
      { weights: [{ name: 'w', shape: [2 ** 26, 2 ** 26], values: [] }] },
      'manifest names',
    ],
    [
      'a weight larger than any',
      { weights: smallWeights({ 'dense/kernel': [4, 2e9] }).map((one) => ({ ...one, values: [] })) },
      'The weight dense/kernel cannot have the shape 4 × 2,000,000,000.',
    ],
    [
      'a weight of half a row',
      { weights: [{ name: 'w', shape: [0.5, 3], values: [] }] },
      'The weight w cannot have the shape 0.5 × 3.',
    ],
    [
      'pictures of 100,000 pixels a side',
      changed({ conv: { batch_input_shape: [null, 100_000, 100_000, 3] } }),
      'its input is 100,000 × 100,000 pixels, and 4,096 × 4,096 is the most',
    ],
    ['five channels', changed({ conv: { batch_input_shape: [null, 8, 8, 5] } }), 'its input is no picture'],
    ['a row of numbers', changed({ conv: { batch_input_shape: [null, 100_000] } }), 'its input is no picture'],
    ['batch normalisation along the rows', norm([1]), 'axis 1'],
    ['batch normalisation of two axes', norm([1, 3]), 'axis 1,3'],
  ])('%s', async (_, change, cause) => {
    await expect(load({ ...good, ...change })).rejects.toMatchObject(refusal(cause));
  });

  test('batch normalisation of the channels is taken, whichever way the axis is written', async () => {
    for (const axis of [undefined, -1, 3, [3]]) expect((await load({ ...good, ...norm(axis) })).graph.size).toBe(2);
  });

  test.each([
    ['NaN', Number.NaN, 'conv/bias contains values that are not numbers (NaN).'],
    ['an infinity', Number.POSITIVE_INFINITY, 'conv/bias contains infinite values.'],
    ['a negative infinity', Number.NEGATIVE_INFINITY, 'conv/bias contains infinite values.'],
  ])('weights with %s', async (_, wrong, words) => {
    const spoilt = smallWeights().map((weight) =>
      weight.name === 'conv/bias' ? { ...weight, values: [0, wrong, 0, 0] } : weight,
    );
    await expect(load({ ...good, weights: spoilt })).rejects.toMatchObject(refusal(words));
  });

  test.each([
    ['LSTM', {}],
    ['constructor', {}],
    ['toString', {}],
    [
      'ZeroPadding2D',
      {
        padding: [
          [-3, 0],
          [0, 0],
        ],
      },
    ],
    [
      'ZeroPadding2D',
      {
        padding: [
          [1e9, 0],
          [0, 0],
        ],
      },
    ],
    [
      'ZeroPadding2D',
      {
        padding: [
          [0.5, 0],
          [0, 0],
        ],
      },
    ],
    ['InputLayer', input],
  ])('a layer of the type %s with %j', async (class_name, config) => {
    const topology = sequential(
      { class_name: 'InputLayer', config: { name: 'in', ...input } },
      { class_name, config: { name: 'odd', ...config } },
    );
    await expect(load({ modelTopology: topology, weights: [] })).rejects.toMatchObject(refusal('cannot be shown'));
  });

  test('a padding that makes more cells than memory has', async () => {
    const padding = [
      [4096, 4096],
      [4096, 4096],
    ];
    const topology = sequential({ class_name: 'ZeroPadding2D', config: { name: 'wide', ...input, padding } });
    await expect(load({ modelTopology: topology, weights: [] })).rejects.toMatchObject(refusal('too large'));
  });

  test('a softmax over a convolution’s channels is a layer of its own: the filters before it stay', async () => {
    const { graph } = await load({ ...good, modelTopology: smallLayers({ conv: { activation: 'softmax' } }) });
    expect([...graph.keys()]).toEqual(['input', 'conv', 'conv/softmax', 'pool', 'dense']);
    expect(graph.get('conv')).toMatchObject({ activation: 'linear' });
  });

  test.each([
    ['a face-api manifest', JSON.stringify([{ paths: ['w.bin'], weights: [] }]), 'weights only'],
    ['no JSON', '{', 'not valid JSON'],
    ['another JSON', '{"a":1}', 'not a TensorFlow.js model'],
  ])('%s in place of the model', async (_, content, cause) => {
    const files = [new File([content], 'model.json'), new File([], 'w.bin')];
    await expect(loadNetwork(never, specOf(files), () => undefined)).rejects.toMatchObject(refusal(cause));
  });
});

describe('graph models', () => {
  const graph = (nodes: readonly GraphNode[], weights: ModelFiles['weights']): ModelFiles => ({
    modelTopology: { node: nodes },
    weights,
  });
  const filter = { name: 'w', shape: [3, 3, 3, 4] };
  const relu = (name: string, from: string): GraphNode => ({ name, op: 'Relu', input: [from] });

  test.each<[string, readonly GraphNode[], ModelFiles['weights'], string]>([
    ['a cycle', [placeholder(), relu('a', 'b'), relu('b', 'a')], [], 'cycle'],
    ['an unknown operation', [placeholder(), { name: 'a', op: 'FFT', input: ['x'] }], [], 'FFT'],
    ['an inherited name as operation', [placeholder(), { name: 'a', op: 'constructor', input: ['x'] }], [], 'no rule'],
    ['a node that is not there', [placeholder(), relu('a', 'nobody')], [], 'nobody'],
    ['an operation without input', [placeholder(), { name: 'a', op: 'Relu' }], [], 'nothing feeds it'],
    ['no input', [constant('w')], [filter], 'no input'],
    ['two inputs', [placeholder(), placeholder('y'), relu('a', 'x')], [], 'more than one input'],
    [
      'a constant where a picture is expected',
      [placeholder(), constant('w'), relu('a', 'w')],
      [filter],
      'not computed',
    ],
    [
      'filters of other channels',
      [placeholder(), constant('w'), conv('c', 'x', 'w')],
      [{ name: 'w', shape: [3, 3, 5, 4] }],
      '5 channels',
    ],
    [
      'stride 0',
      [placeholder(), constant('w'), conv('c', 'x', 'w', { strides: { list: { i: [1, 0, 0, 1] } } })],
      [filter],
      'strides',
    ],
    [
      'a fused softmax',
      [placeholder(), constant('w'), conv('c', 'x', 'w', fused('Softmax'))],
      [filter],
      'fused operations Softmax',
    ],
    [
      'a sum of two shapes',
      [placeholder(), constant('w'), conv('c', 'x', 'w'), { name: 'a', op: 'AddV2', input: ['c', 'x'] }],
      [filter],
      'it adds',
    ],
    [
      'a factor for other channels',
      [placeholder(), constant('s'), { name: 'a', op: 'Mul', input: ['x', 's'] }],
      [{ name: 's', shape: [5] }],
      '5 channels',
    ],
    [
      'a factor for each row',
      [placeholder(), constant('s'), { name: 'a', op: 'Mul', input: ['x', 's'] }],
      [{ name: 's', shape: [3, 1] }],
      'scales 3 × 1 channels',
    ],
    [
      'a reshape that is no flatten',
      [placeholder(), constant('s'), { name: 'a', op: 'Reshape', input: ['x', 's'] }],
      [{ name: 's', shape: [4], values: [-1, 4, 4, 13] }],
      '4 × 4',
    ],
    [
      'a reshape that mixes pictures',
      [placeholder(), constant('s'), { name: 'a', op: 'Reshape', input: ['x', 's'] }],
      [{ name: 's', shape: [2], values: [64, 3] }],
      '64 × 3',
    ],
  ])('%s', async (_, nodes, weights, cause) => {
    await expect(load(graph(nodes, weights))).rejects.toMatchObject(refusal(cause));
  });

  describe('what chooses among values', () => {
    const head = [placeholder(), constant('w'), conv('c', 'x', 'w'), relu('r', 'c')];

    test('ends the network, if nothing else is left: the layers before it are shown, and the choice is told', async () => {
      const nodes = [...head, constant('axis'), { name: 'best', op: 'ArgMax', input: ['r', 'axis'] }];
      const network = await load(graph(nodes, [filter, { name: 'axis', shape: [], values: [3] }]));
      expect([...network.graph.keys()]).toEqual(['x', 'w']);
      expect(network.notice).toBe(
        'Without best: best (ArgMax) cannot be shown: it chooses among values, which has no gradient.',
      );
    });

    test('is refused where no layer comes before it', async () => {
      const nodes = [placeholder(), constant('axis'), { name: 'best', op: 'ArgMax', input: ['x', 'axis'] }];
      const refused = load(graph(nodes, [{ name: 'axis', shape: [], values: [3] }]));
      await expect(refused).rejects.toMatchObject(refusal('best (ArgMax)'));
    });

    test('an operation that merely has no rule ends nothing', async () => {
      const nodes = [...head, { name: 'odd', op: 'FFT', input: ['r'] }];
      await expect(load(graph(nodes, [filter]))).rejects.toMatchObject(refusal('odd (FFT)'));
    });
  });

  describe('a loop over the pictures of a batch', () => {
    const loop = (count: number): readonly GraphNode[] => [
      placeholder(),
      ...['zero', 'one', 'shape', 'w'].map((name) => constant(name)),
      { name: 'elements', op: 'TensorListFromTensor', input: ['x', 'shape'] },
      { name: 'results', op: 'TensorListReserve', input: ['shape', 'one'] },
      { name: 'enter/i', op: 'Enter', input: ['zero'] },
      { name: 'enter/in', op: 'Enter', input: ['elements'] },
      { name: 'enter/out', op: 'Enter', input: ['results'] },
      { name: 'merge/i', op: 'Merge', input: ['enter/i', 'next/i'] },
      { name: 'merge/in', op: 'Merge', input: ['enter/in', 'next/in'] },
      { name: 'merge/out', op: 'Merge', input: ['enter/out', 'next/out'] },
      { name: 'less', op: 'Less', input: ['merge/i', 'one'] },
      { name: 'go', op: 'LoopCond', input: ['less'] },
      { name: 'switch/i', op: 'Switch', input: ['merge/i', 'go'] },
      { name: 'switch/in', op: 'Switch', input: ['merge/in', 'go'] },
      { name: 'switch/out', op: 'Switch', input: ['merge/out', 'go'] },
      { name: 'get', op: 'TensorListGetItem', input: ['switch/in:1', 'switch/i:1', 'shape'] },
      { name: 'twice', op: 'Mul', input: ['get', 'w'] },
      { name: 'set', op: 'TensorListSetItem', input: ['switch/out:1', 'switch/i:1', 'twice'] },
      { name: 'add', op: 'AddV2', input: ['switch/i:1', 'one'] },
      { name: 'next/i', op: 'NextIteration', input: ['add'] },
      { name: 'next/in', op: 'NextIteration', input: ['switch/in:1'] },
      { name: 'next/out', op: 'NextIteration', input: ['set'] },
      { name: 'exit', op: 'Exit', input: ['switch/out'] },
      { name: 'stack', op: 'TensorListStack', input: ['exit', 'shape'], attr: { num_elements: { i: count } } },
      relu('r', 'stack'),
    ];
    const weights = [
      ...['zero', 'one', 'shape'].map((name) => ({ name, shape: [], values: [name === 'zero' ? 0 : 1] })),
      { name: 'w', shape: [], values: [2] },
    ];

    test('of one picture is its body', async () => {
      const network = await load(graph(loop(1), weights));
      expect([...network.graph.values()].map(({ name, kind }) => [name, kind])).toEqual([
        ['x', 'input'],
        ['twice', 'affine'],
        ['r', 'activation'],
      ]);
    });

    test('of any other number is refused', async () => {
      await expect(load(graph(loop(-1), weights))).rejects.toMatchObject(refusal('cycle'));
    });
  });

  test('a picture out of its batch is refused where more than its values count', async () => {
    const unpack = { name: 'u', op: 'Unpack', input: ['x'], attr: { axis: { i: 0 }, num: { i: 1 } } };
    const nodes = [placeholder(), constant('w'), unpack, conv('c', 'u', 'w')];
    await expect(load(graph(nodes, [filter]))).rejects.toMatchObject(refusal('out of its batch'));
  });

  test('results packed along a new axis are an upsampling, forward and for one channel', async () => {
    const pack = (name: string, from: string, axis: number) => ({
      name,
      op: 'Pack',
      input: [from, from],
      attr: { axis: { i: axis }, N: { i: 2 } },
    });
    const nodes = [
      placeholder(),
      ...['w', 's'].map((name) => constant(name)),
      conv('c', 'x', 'w'),
      pack('across', 'c', 3),
      pack('down', 'across', 2),
      { name: 'up', op: 'Reshape', input: ['down', 's'] },
    ];
    const network = await load(graph(nodes, [filter, { name: 's', shape: [4], values: [1, 16, 16, 4] }]));
    expect(inferShapes(network.graph.values()).get('up')).toEqual([16, 16, 4]);
  });

  test('fifty sums of a layer with itself are narrowed as quickly as one', async () => {
    const sums = Array.from({ length: 50 }, (_, i): GraphNode => {
      const from = i === 0 ? 'c' : `s${i - 1}`;
      return { name: `s${i}`, op: 'AddV2', input: [from, from] };
    });
    const nodes = [placeholder(), constant('w'), conv('c', 'x', 'w'), ...sums];
    const network = await load(graph(nodes, [filter]));
    const { graph: narrowed } = narrow(network.graph, 's49', 2);
    expect(narrowed.size).toBe(52);
  });

  test('one factor for all channels is one for the narrowed filter too', async () => {
    const nodes = [placeholder(), constant('s'), { name: 'a', op: 'Mul', input: ['x', 's'] }];
    const network = await load(graph(nodes, [{ name: 's', shape: [], values: [0.5] }]));
    const { graph: narrowed, target } = narrow(network.graph, 'a', 2);
    expect(narrowed.get(target)).toMatchObject({ scale: { values: Float32Array.of(0.5) } });
  });

  test('twenty thousand nodes are named in seconds', async () => {
    const nodes = Array.from({ length: 20_000 }, (_, i) => relu(`r${i}/Relu`, i === 0 ? 'x' : `r${i - 1}/Relu`));
    const began = performance.now();
    const network = await load(graph([placeholder(), ...nodes], []));
    expect(network.graph.has('r19999')).toBe(true);
    expect(performance.now() - began).toBeLessThan(30_000);
  }, 60_000);
});
