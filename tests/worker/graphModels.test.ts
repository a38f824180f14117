/**
 * TensorFlow operations one by one and in the patterns that converters write, against TensorFlow.js's own graph model.
 */
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom, normal } from '../../src/shared/random';
import { openDevice } from '../../src/worker/kernels/device';
import { LoadedGraph } from '../../src/worker/network/loadedGraph';
import { constant, type GraphNode, placeholder } from '../unit/worker/modelFiles';
import { relativeError } from './support/compare';
import { inputGradient } from './support/inputGradient';
import { networkOf } from './support/savedModel';

beforeAll(async () => {
  await openDevice('cpu', () => undefined);
  await openDevice('wasm', () => undefined);
});

const text = (value: string) => ({ s: btoa(value) });
const ints = (...i: number[]) => ({ list: { i } });
const random = (length: number, seed: number) => {
  const draw = createRandom(seed);
  return Float32Array.from({ length }, () => normal(draw));
};

/** A constant with its values; whole numbers for shapes and axes. */
interface Constant {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
  readonly dtype?: 'int32';
}
const floats = (name: string, shape: readonly number[], seed = 3): Constant => ({
  name,
  shape,
  values: random(
    shape.reduce((a, b) => a * b, 1),
    seed,
  ),
});
const whole = (name: string, ...values: number[]): Constant => ({
  name,
  shape: [values.length],
  values,
  dtype: 'int32',
});
const scalar = (name: string, value: number): Constant => ({ name, shape: [], values: [value] });
const index = (name: string, value: number): Constant => ({ name, shape: [], values: [value], dtype: 'int32' });

const type = (value: string) => ({ type: value });
const op = (name: string, kind: string, input: readonly string[], attr: Record<string, unknown> = {}): GraphNode => ({
  name,
  op: kind,
  input,
  attr: { T: type('DT_FLOAT'), ...attr },
});

function artifacts(nodes: readonly GraphNode[], constants: readonly Constant[]) {
  const consts = constants.map(({ name, dtype }) => ({
    ...constant(name),
    attr: { dtype: type(dtype === 'int32' ? 'DT_INT32' : 'DT_FLOAT'), value: { tensor: {} } },
  }));
  const input = placeholder();
  const node = [{ ...input, attr: { ...input.attr, dtype: type('DT_FLOAT') } }, ...consts, ...nodes];
  const weightSpecs = constants.map(({ name, shape, dtype = 'float32' }) => ({ name, shape: [...shape], dtype }));
  const parts = constants.map(({ values, dtype }) =>
    dtype === 'int32' ? new Int32Array(Array.from(values)) : Float32Array.from(values),
  );
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer), offset);
    offset += part.byteLength;
  }
  return { modelTopology: { node, versions: {} }, weightSpecs, weightData: bytes.buffer };
}

type Artifacts = ReturnType<typeof artifacts>;

function filesOf({ modelTopology, weightSpecs, weightData }: Artifacts): File[] {
  const weightsManifest = [{ paths: ['w.bin'], weights: weightSpecs }];
  return [
    new File([JSON.stringify({ format: 'graph-model', modelTopology, weightsManifest })], 'model.json'),
    new File([weightData], 'w.bin'),
  ];
}

/** @param taped the same in operations that have gradients, where the graph's own have none */
async function compare(
  nodes: readonly GraphNode[],
  constants: readonly Constant[],
  taped?: (x: tf.Tensor) => tf.Tensor,
): Promise<void> {
  const made = artifacts(nodes, constants);
  const output = nodes.at(-1)?.name ?? '';
  const loaded = new LoadedGraph(await networkOf(filesOf(made)));
  const input = tf.tensor4d(random(192, 12), [1, 8, 8, 3]);
  const last = [...loaded.network.graph.keys()].at(-1) ?? '';
  const { output: found, gradient, seed } = await inputGradient(loaded, last, input, (length) => random(length, 5));
  await tf.setBackend('cpu');
  const reference = await tf.loadGraphModel(tf.io.fromMemory(made as unknown as tf.io.ModelArtifacts));
  const objective = (x: tf.Tensor) => {
    const value = taped === undefined ? (reference.execute(x, output) as tf.Tensor) : taped(x);
    return tf.sum(tf.mul(value, tf.tensor(seed, value.shape))) as tf.Scalar;
  };
  const expected = tf.tidy(() => ({
    output: (reference.execute(input, output) as tf.Tensor).dataSync(),
    gradient: tf.grad(objective)(input).dataSync(),
  }));
  await tf.setBackend('wasm');
  expect(relativeError(found, expected.output)).toBeLessThan(1e-4);
  expect(relativeError(gradient, expected.gradient)).toBeLessThan(1e-4);
  reference.dispose();
  input.dispose();
  loaded.dispose();
}

const conv = (name: string, from: string, more: Record<string, unknown> = {}, ...extra: string[]) =>
  op(name, '_FusedConv2D', [from, 'w', ...extra], {
    padding: text('SAME'),
    strides: ints(1, 1, 1, 1),
    data_format: text('NHWC'),
    dilations: ints(1, 1, 1, 1),
    ...more,
  });
const steps = (...names: string[]) => ({
  fused_ops: { list: { s: names.map((name) => btoa(name)) } },
  num_args: { i: names.includes('Prelu') ? 2 : 1 },
});
const w = floats('w', [3, 3, 3, 4]);
const b = floats('b', [4], 4);

type Case = readonly [
  title: string,
  nodes: readonly GraphNode[],
  constants: readonly Constant[],
  taped?: (x: tf.Tensor) => tf.Tensor,
];

describe('operations', () => {
  const cases: readonly Case[] = [
    [
      'a fused leaky ReLU',
      [conv('c', 'x', { ...steps('BiasAdd', 'LeakyRelu'), leakyrelu_alpha: { f: 0.1 } }, 'b')],
      [w, b],
    ],
    [
      'a fused parametric ReLU',
      [conv('c', 'x', steps('BiasAdd', 'Prelu'), 'b', 'p')],
      [w, b, floats('p', [1, 1, 4], 9)],
    ],
    ['a fused ELU', [conv('c', 'x', steps('BiasAdd', 'Elu'), 'b')], [w, b]],
    ['LeakyRelu', [op('a', 'LeakyRelu', ['x'], { alpha: { f: 0.3 } })], []],
    ['Prelu', [op('a', 'Prelu', ['x', 'p'])], [floats('p', [1, 1, 3])]],
    [
      'explicit padding',
      [
        conv('c', 'x', {
          padding: text('EXPLICIT'),
          explicit_paddings: ints(0, 0, 1, 2, 0, 1, 0, 0),
          strides: ints(1, 2, 2, 1),
        }),
      ],
      [w],
    ],
    [
      'FusedBatchNormV3',
      [op('n', 'FusedBatchNormV3', ['x', 'g', 'o', 'm', 'v'], { epsilon: { f: 0.01 }, data_format: text('NHWC') })],
      [floats('g', [3], 1), floats('o', [3], 2), floats('m', [3], 3), { name: 'v', shape: [3], values: [0.5, 2, 1] }],
    ],
    ['a quotient by a constant', [op('a', 'RealDiv', ['x', 'k'])], [floats('k', [3])]],
    ['a constant minus the input', [op('a', 'Sub', ['k', 'x'])], [floats('k', [3])]],
    ['a constant for each cell', [op('a', 'AddV2', ['x', 'k'])], [floats('k', [1, 8, 8, 3])]],
    ['Max over cells', [op('a', 'Max', ['x', 'axes'], { keep_dims: { b: false } })], [whole('axes', 1, 2)]],
    ['Mean that keeps dimensions', [op('a', 'Mean', ['x', 'axes'], { keep_dims: { b: true } })], [whole('axes', 1, 2)]],
    ['Sum over channels', [op('a', 'Sum', ['x', 'axes'], { keep_dims: { b: true } })], [whole('axes', -1)]],
    [
      'padding of channels and cells',
      [op('a', 'Pad', ['x', 'p'])],
      [{ ...whole('p', 0, 0, 1, 0, 0, 2, 0, 3), shape: [4, 2] }],
    ],
    [
      'PadV2',
      [op('a', 'PadV2', ['x', 'p', 'k'])],
      [{ ...whole('p', 0, 0, 1, 0, 0, 2, 0, 0), shape: [4, 2] }, scalar('k', 0.5)],
    ],
    ['Transpose', [op('a', 'Transpose', ['x', 'p'])], [whole('p', 0, 2, 3, 1)]],
    ['ConcatV2 along rows', [op('a', 'ConcatV2', ['x', 'x', 'axis'], { N: { i: 2 } })], [index('axis', 1)]],
    ['Slice', [op('a', 'Slice', ['x', 'from', 'size'])], [whole('from', 0, 1, 2, 0), whole('size', -1, 4, 5, 2)]],
    [
      'StridedSlice with masks',
      [
        op('a', 'StridedSlice', ['x', 'from', 'to', 'step'], {
          begin_mask: { i: 3 },
          end_mask: { i: 5 },
          shrink_axis_mask: { i: 8 },
        }),
      ],
      [whole('from', 0, 0, 2, 1), whole('to', 0, -1, 0, 2), whole('step', 1, 1, 1, 1)],
      (x) => tf.reshape(tf.slice(x, [0, 0, 2, 1], [-1, 7, 6, 1]), [-1, 7, 6]),
    ],
    ['a reshape to other cells', [op('a', 'Reshape', ['x', 's'])], [whole('s', -1, 4, 16, 3)]],
    ['a reshape of one picture to rows', [op('a', 'Reshape', ['x', 's'])], [whole('s', 1, -1, 3)]],
    [
      'DepthToSpace',
      [conv('c', 'x'), op('a', 'DepthToSpace', ['c'], { block_size: { i: 2 }, data_format: text('NHWC') })],
      [w],
      (x) => {
        const c = tf.conv2d(x as tf.Tensor4D, tf.tensor4d(Float32Array.from(w.values), [3, 3, 3, 4]), 1, 'same');
        return tf.reshape(tf.transpose(tf.reshape(c, [-1, 8, 8, 2, 2]), [0, 1, 3, 2, 4]), [-1, 16, 16, 1]);
      },
    ],
    ['Square, Sqrt, Exp and their like', [op('q', 'Square', ['x']), op('e', 'Neg', ['q']), op('a', 'Exp', ['e'])], []],
    [
      'squeeze and excitation',
      [
        op('m', 'Mean', ['x', 'axes'], { keep_dims: { b: true } }),
        op('s', 'Sigmoid', ['m']),
        op('a', 'Mul', ['x', 's']),
      ],
      [whole('axes', 1, 2)],
    ],
    [
      'an inception residual: x + 0.17 · branch, by tf.add and tf.multiply',
      [conv('c', 'x', steps('BiasAdd', 'Relu'), 'b3'), op('h', 'Mul', ['c', 'k']), op('a', 'AddV2', ['x', 'h'])],
      [floats('w', [3, 3, 3, 3]), floats('b3', [3]), scalar('k', 0.17)],
    ],
    [
      'vectors of unit length: tf.math.l2_normalize',
      [
        op('m', 'Mean', ['x', 'axes'], { keep_dims: { b: false } }),
        op('q', 'Square', ['m']),
        op('s', 'Sum', ['q', 'last'], { keep_dims: { b: true } }),
        op('f', 'Maximum', ['s', 'least']),
        op('r', 'Rsqrt', ['f']),
        op('a', 'Mul', ['m', 'r']),
      ],
      [whole('axes', 1, 2), whole('last', -1), scalar('least', 1e-12)],
    ],
    [
      'hard swish: x · relu6(x + 3) / 6',
      [
        op('p', 'AddV2', ['x', 'three']),
        op('r', 'Relu6', ['p']),
        op('h', 'Mul', ['x', 'r']),
        op('a', 'Mul', ['h', 'sixth']),
      ],
      [scalar('three', 3), scalar('sixth', 1 / 6)],
    ],
  ];

  test.each(cases.map((one) => [one[0], one] as const))('%s', async (_, [, nodes, constants, taped]) => {
    await compare(nodes, constants, taped);
  });

  test('both halves of a Split', async () => {
    const split = op('s', 'Split', ['axis', 'x'], { num_split: { i: 2 } });
    await compare([split, op('t', 'Tanh', ['s:1']), op('a', 'Mul', ['s', 't'])], [index('axis', 1)]);
  });

  test('Keras’s Reshape to one cell, whose target the graph computes', async () => {
    await compare(
      [
        op('m', 'Mean', ['x', 'axes'], { keep_dims: { b: false } }),
        op('shape', 'Shape', ['m'], { out_type: type('DT_INT32') }),
        op('n', 'StridedSlice', ['shape', 'from', 'to', 'step'], { shrink_axis_mask: { i: 1 } }),
        op('target', 'Pack', ['n', 'one', 'one', 'three'], { N: { i: 4 }, axis: { i: 0 } }),
        op('a', 'Reshape', ['m', 'target']),
      ],
      [whole('axes', 1, 2), whole('from', 0), whole('to', 1), whole('step', 1), index('one', 1), index('three', 3)],
    );
  });

  test('a convolution that two nodes read, one through an Identity, is not changed by what follows one of them', async () => {
    await compare(
      [
        conv('c', 'x'),
        op('i', 'Identity', ['c']),
        op('scaled', 'Mul', ['i', 'k']),
        op('t', 'Tanh', ['c']),
        op('a', 'AddV2', ['scaled', 't']),
      ],
      [w, scalar('k', 3)],
    );
  });
});

describe('an operation that no rule covers', () => {
  const nodes = [conv('c', 'x'), op('r', 'Relu', ['c']), op('top', 'TopKV2', ['r', 'k'])];

  test('is left out with what it feeds, and told, where another output is whole', async () => {
    const network = await networkOf(filesOf(artifacts([...nodes, op('t', 'Tanh', ['r'])], [w, index('k', 2)])));
    expect(network.notice).toContain('Without top: top (TopKV2) cannot be shown');
    expect([...network.graph.keys()]).toEqual(['x', 'w', 'r', 't']);
  });

  test('is refused where every output needs it', async () => {
    const odd = [conv('c', 'x'), op('odd', 'FFT', ['c'])];
    await expect(networkOf(filesOf(artifacts(odd, [w])))).rejects.toMatchObject({
      name: 'FoveaError',
      message: expect.stringContaining('odd (FFT)'),
    });
  });

  test('does not excuse weights that do not fit', async () => {
    const wide = [...nodes, op('t', 'Tanh', ['r'])];
    const damaged = { ...w, shape: [3, 3, 4, 3] };
    await expect(networkOf(filesOf(artifacts(wide, [damaged, index('k', 2)])))).rejects.toThrow('4 channels');
  });
});
