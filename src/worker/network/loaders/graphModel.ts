import { FoveaError } from '../../../shared/errors';
import type { Activation, Graph, Node, Weight } from '../graph';
import { at } from '../rules/rule';
import { foldAffine } from './foldAffine';
import { attributeOf, type GraphDefNode, inputNames, textOf } from './graphModelSchema';
import { ownEntry } from './ownEntry';
import { giveShortNames } from './shortNames';

const activations: Readonly<Record<string, Activation>> = {
  Relu: 'relu',
  Relu6: 'relu6',
  Elu: 'elu',
  Sigmoid: 'sigmoid',
  Tanh: 'tanh',
  Softmax: 'softmax',
};

/** What has been translated so far. */
class Translation {
  readonly nodes = new Map<string, Node>();
  /** Node → path of its weights, which carries the layer's name. */
  readonly weightPaths = new Map<string, string>();
  /** TensorFlow's name → the name of the node that computes it, where several became one. */
  readonly #aliases = new Map<string, string>();

  constructor(
    readonly weights: ReadonlyMap<string, Weight>,
    /** How many nodes read a result. */
    readonly consumers: ReadonlyMap<string, number>,
  ) {}

  add(node: Node): string {
    this.nodes.set(node.name, node);
    return node.name;
  }

  alias(name: string, target: string): string {
    this.#aliases.set(name, target);
    return target;
  }

  resolve(name: string): string {
    return this.#aliases.get(name) ?? name;
  }

  /** The constant of this name, if it is one. */
  constant(name: string): Weight | null {
    return this.weights.get(name) ?? null;
  }
}

/**
 * The graph of a TensorFlow.js graph model. Constant multiplications and additions behind a convolution (batch
 * normalisation, bias) are folded into it; clip_by_value(relu, 6) becomes ReLU6.
 * @throws FoveaError for an operation that no rule covers, with the node's name and type
 */
export function graphModel(topology: readonly GraphDefNode[], weights: ReadonlyMap<string, Weight>): Graph {
  const consumers = new Map<string, number>();
  for (const node of topology) {
    for (const name of inputNames(node)) consumers.set(name, (consumers.get(name) ?? 0) + 1);
  }
  const translation = new Translation(weights, consumers);
  // Topological order puts inputs anywhere; the graph begins with its one.
  const inputs = topology.filter(({ op }) => op === 'Placeholder');
  const [input, second] = inputs;
  if (input === undefined)
    throw new FoveaError('The graph has no input (Placeholder).', 'Export the model again with its input.');
  if (second !== undefined) throw refuse(second, 'the network has more than one input');
  for (const node of [input, ...topology.filter((node) => node !== input)]) translate(node, translation);
  return giveShortNames(translation.nodes, translation.weightPaths);
}

const refuse = (node: GraphDefNode, why: string) =>
  new FoveaError(
    `${node.name} (${node.op}) cannot be shown: ${why}.`,
    'Fovea covers feed-forward convolutional networks; export the model up to this operation.',
  );

/** Adds a TensorFlow node's counterpart; the name of the node that gives its result, null for a constant. */
function translate(node: GraphDefNode, to: Translation): string | null {
  const names = inputNames(node);
  if (names.length === 0 && node.op !== 'Const' && node.op !== 'Placeholder') throw refuse(node, 'nothing feeds it');
  const base = {
    name: node.name,
    inputs: names.slice(0, 1).map((name) => to.resolve(name)),
    parameters: 0,
    listed: true,
  };
  switch (node.op) {
    case 'Const':
      if (to.constant(node.name) === null) throw refuse(node, 'its value is not among the weights');
      return null;
    case 'Placeholder':
      return to.add({ ...base, kind: 'input', inputs: [], shape: inputShape(node) });
    case 'Identity':
    case 'StopGradient':
      return to.alias(node.name, at(base.inputs, 0));
    case 'Conv2D':
    case '_FusedConv2D':
    case 'DepthwiseConv2dNative':
    case 'FusedDepthwiseConv2dNative':
      return translateConvolution(node, to);
    case 'MatMul':
    case '_FusedMatMul':
      return translateDense(node, to);
    case 'Add':
    case 'AddV2':
    case 'BiasAdd':
    case 'Sub':
    case 'Mul':
      return translateArithmetic(node, to);
    case 'Minimum':
    case 'Maximum':
      return translateClip(node, to);
    case 'MaxPool':
    case 'AvgPool':
      return translatePool(node, to);
    case 'Mean':
      return translateMean(node, to);
    case 'Reshape':
    case 'Squeeze':
      checkFlattens(node, to);
      return to.add({ ...base, kind: 'flatten' });
    default: {
      const activation = ownEntry(activations, node.op);
      if (activation === undefined) throw refuse(node, 'no rule covers this operation');
      return to.add({ ...base, kind: 'activation', activation });
    }
  }
}

function inputShape(node: GraphDefNode): readonly [number, number, 3] {
  const sizes = (attributeOf(node, 'shape').shape?.dim ?? []).map(({ size }) => size ?? -1);
  const [, height = -1, width = -1, channels = -1] = sizes;
  if (sizes.length !== 4 || channels !== 3)
    throw refuse(node, `its input is ${sizes.join(' × ')}, not a colour picture`);
  // A fully convolutional network leaves its size open; 224 is then only where the summary starts from.
  return [height > 0 ? height : 224, width > 0 ? width : 224, 3];
}

function pairOf(node: GraphDefNode, name: string): readonly [number, number] {
  const [, y = 1, x = 1] = attributeOf(node, name).list?.i ?? [];
  return [y, x];
}

function weightAt(node: GraphDefNode, index: number, to: Translation): Weight {
  const weight = to.constant(inputNames(node)[index] ?? '');
  if (weight === null) throw refuse(node, `its input ${index} is not a constant`);
  return weight;
}

function fusedSteps(node: GraphDefNode, to: Translation): { bias: Weight | null; activation: Activation } {
  const steps = (attributeOf(node, 'fused_ops').list?.s ?? []).map((step) => atob(step));
  const bias = steps[0] === 'BiasAdd' ? weightAt(node, 2, to) : null;
  const rest = steps.filter((step) => step !== 'BiasAdd');
  const activation = rest.length === 0 ? 'linear' : ownEntry(activations, rest[0] ?? '');
  // A softmax mixes the channels: TensorFlow never fuses one, and one filter alone could not be computed.
  if (rest.length > 1 || activation === undefined || activation === 'softmax')
    throw refuse(node, `the fused operations ${steps.join(', ')}`);
  return { bias, activation };
}

function translateConvolution(node: GraphDefNode, to: Translation): string | null {
  const filter = weightAt(node, 1, to);
  const { bias, activation } = fusedSteps(node, to);
  const padding = textOf(node, 'padding').toLowerCase();
  if (padding !== 'same' && padding !== 'valid') throw refuse(node, `padding ${padding}`);
  const strides = pairOf(node, 'strides');
  const dilations = pairOf(node, 'dilations');
  if (strides[0] !== strides[1]) throw refuse(node, 'strides that differ in height and width');
  to.weightPaths.set(node.name, at(inputNames(node), 1));
  if (strides[0] > 1 && (dilations[0] > 1 || dilations[1] > 1)) throw refuse(node, 'strides together with dilations');
  return to.add({
    kind: node.op.includes('epthwise') ? 'depthwiseConv2d' : 'conv2d',
    name: node.name,
    inputs: [to.resolve(at(inputNames(node), 0))],
    filter,
    bias,
    strides,
    dilations,
    padding,
    activation,
    parameters: filter.values.length + (bias?.values.length ?? 0),
    listed: true,
  });
}

function translateDense(node: GraphDefNode, to: Translation): string | null {
  if (attributeOf(node, 'transpose_a').b || attributeOf(node, 'transpose_b').b) throw refuse(node, 'transposed inputs');
  const kernel = weightAt(node, 1, to);
  const { bias, activation } = fusedSteps(node, to);
  to.weightPaths.set(node.name, at(inputNames(node), 1));
  return to.add({
    kind: 'dense',
    name: node.name,
    inputs: [to.resolve(at(inputNames(node), 0))],
    kernel,
    bias,
    activation,
    parameters: kernel.values.length + (bias?.values.length ?? 0),
    listed: true,
  });
}

function translateArithmetic(node: GraphDefNode, to: Translation): string | null {
  const [first = '', second = ''] = inputNames(node);
  const constant = to.constant(second) ?? to.constant(first);
  if (constant === null) {
    if (node.op !== 'Add' && node.op !== 'AddV2') throw refuse(node, 'two computed inputs');
    const inputs = [to.resolve(first), to.resolve(second)];
    return to.add({ kind: 'add', name: node.name, inputs, activation: 'linear', parameters: 0, listed: true });
  }
  const source = to.constant(second) ? first : second;
  if (node.op === 'Sub' && source !== first) throw refuse(node, 'a constant minus a computed input');
  if (constant.shape.slice(0, -1).some((extent) => extent !== 1)) throw refuse(node, 'a constant for each cell');
  const sign = node.op === 'Sub' ? -1 : 1;
  const values = constant.values.map((value) => value * sign);
  const step = node.op === 'Mul' ? { scale: values, offset: null } : { scale: null, offset: values };
  const producer = to.nodes.get(to.resolve(source));
  const folded = to.consumers.get(source) === 1 && producer ? foldAffine(producer, step) : null;
  if (folded !== null) {
    to.add(folded);
    return to.alias(node.name, folded.name);
  }
  const channels = values.length;
  return to.add({
    kind: 'affine',
    name: node.name,
    inputs: [to.resolve(source)],
    scale: { shape: [channels], values: step.scale ?? new Float32Array(channels).fill(1) },
    offset: { shape: [channels], values: step.offset ?? new Float32Array(channels) },
    parameters: channels,
    listed: true,
  });
}

function translateClip(node: GraphDefNode, to: Translation): string | null {
  const [source = '', limit = ''] = inputNames(node);
  const bound = to.constant(limit)?.values;
  const name = to.resolve(source);
  const producer = to.nodes.get(name);
  if (producer?.kind === 'activation' && bound?.length === 1) {
    if (node.op === 'Minimum' && bound[0] === 6 && producer.activation === 'relu') {
      to.add({ ...producer, activation: 'relu6' });
      return to.alias(node.name, name);
    }
    if (node.op === 'Maximum' && bound[0] === 0) return to.alias(node.name, name);
  }
  throw refuse(node, 'only clip_by_value(relu(x), 0, 6) is known');
}

function translatePool(node: GraphDefNode, to: Translation): string | null {
  const padding = textOf(node, 'padding').toLowerCase();
  if (padding !== 'same' && padding !== 'valid') throw refuse(node, `padding ${padding}`);
  return to.add({
    kind: node.op === 'MaxPool' ? 'maxPool' : 'averagePool',
    name: node.name,
    inputs: [to.resolve(at(inputNames(node), 0))],
    size: pairOf(node, 'ksize'),
    strides: pairOf(node, 'strides'),
    padding,
    parameters: 0,
    listed: true,
  });
}

/** A batch of rows is the one shape that a flatten gives. */
function checkFlattens(node: GraphDefNode, to: Translation): void {
  if (node.op === 'Reshape') {
    const shape = [...weightAt(node, 1, to).values];
    if (shape.length !== 2) throw refuse(node, `a shape of ${shape.join(' × ')}`);
    return;
  }
  const axes = [...(attributeOf(node, 'squeeze_dims').list?.i ?? [])].sort().join();
  if (axes !== '1,2' && axes !== '-2,-3') throw refuse(node, `the axes ${axes || 'that happen to be of size 1'}`);
}

function translateMean(node: GraphDefNode, to: Translation): string | null {
  const axes = [...weightAt(node, 1, to).values].sort();
  if (axes.join() !== '1,2') throw refuse(node, `a mean over axes ${axes.join(', ')}`);
  const inputs = [to.resolve(at(inputNames(node), 0))];
  return to.add({ kind: 'globalAveragePool', name: node.name, inputs, parameters: 0, listed: true });
}
