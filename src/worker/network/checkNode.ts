import { FoveaError } from '../../shared/errors';
import type { Shape } from '../kernels/tensor';
import { countOf } from './countOf';
import type {
  AffineNode,
  ConcatNode,
  Conv2dNode,
  DenseNode,
  DepthwiseConv2dNode,
  Node,
  PoolNode,
  Weight,
} from './graph';
import { at } from './rules/rule';

/** What a node's weights and settings demand of its inputs. Kernels trust what has passed here with raw memory. */
export function checkNode(node: Node, inputs: readonly Shape[]): void {
  const refuse = (why: string) =>
    new FoveaError(
      `Layer ${node.name} does not fit: ${why}.`,
      'The files are damaged, or of different exports: export the model again and add all its files together.',
    );
  const demand = (met: boolean, why: string) => {
    if (!met) throw refuse(why);
  };
  demand(takes(node, inputs.length), `it has ${inputs.length} inputs`);
  for (const demandOf of [demandsOfWindows, demandsOfMerges, demandsOfWeights]) demandOf(node, inputs, demand);
}

type Demand = (met: boolean, why: string) => void;

function takes({ kind }: Node, inputs: number): boolean {
  if (kind === 'add' || kind === 'concat') return inputs > 0;
  return inputs === (kind === 'input' ? 0 : kind === 'padLike' ? 2 : 1);
}

/** True for a weight with as many values as its shape says, and none of its extents 0. */
const isWhole = (weight: Weight) =>
  weight.shape.every((extent) => isCount(extent, 1)) &&
  // The loader has held stored values against the file's length.
  (weight.stored !== undefined || countOf(weight) === weight.values.length);
const isCount = (value: number, least: number) => Number.isSafeInteger(value) && value >= least;
const same = (a: Shape, b: Shape) => a.length === b.length && a.every((extent, axis) => extent === b[axis]);

function demandsOfWindows(node: Node, inputs: readonly Shape[], demand: Demand): void {
  switch (node.kind) {
    case 'conv2d':
    case 'depthwiseConv2d':
      demandsOfConvolution(node, at(inputs, 0), demand);
      break;
    case 'maxPool':
    case 'averagePool':
      demandsOfPool(node, at(inputs, 0), demand);
      break;
    case 'pad':
      demandPicture(at(inputs, 0), demand);
      demand(
        [node.top, node.bottom, node.left, node.right].every((cells) => isCount(cells, 0)),
        'its padding is no count of cells',
      );
      break;
    case 'globalAveragePool':
    case 'channelPad':
      demandPicture(at(inputs, 0), demand);
  }
}

function demandPicture(shape: Shape, demand: Demand): void {
  demand(shape.length === 3, `its input is ${shape.join(' × ')}, not height × width × channels`);
}

function demandsOfConvolution(node: Conv2dNode | DepthwiseConv2dNode, input: Shape, demand: Demand): void {
  const { filter, bias, strides, dilations } = node;
  const [, , channelsIn = 0, last = 0] = filter.shape;
  demandPicture(input, demand);
  demand(filter.shape.length === 4 && isWhole(filter), 'its kernel has another number of values');
  demand(channelsIn === input[2], `its filters read ${channelsIn} channels where its input has ${input[2]}`);
  const channelsOut = node.kind === 'conv2d' ? last : channelsIn * last;
  demandBias(bias, channelsOut, demand);
  demand(
    [...strides, ...dilations].every((cells) => isCount(cells, 1)),
    'its strides or dilations are no counts',
  );
  demand(strides[0] === strides[1], 'its strides differ in height and width');
  demand(strides[0] === 1 || (dilations[0] === 1 && dilations[1] === 1), 'it has strides together with dilations');
}

function demandsOfPool({ size, strides }: PoolNode, input: Shape, demand: Demand): void {
  demandPicture(input, demand);
  demand(
    [...size, ...strides].every((cells) => isCount(cells, 1)),
    'its window or strides are no counts',
  );
}

function demandBias(bias: Weight | null, channels: number, demand: Demand): void {
  const values = bias?.values.length ?? channels;
  demand(values === channels, `its bias has ${values} values for ${channels} channels`);
}

function demandsOfMerges(node: Node, inputs: readonly Shape[], demand: Demand): void {
  const first = inputs[0] ?? [];
  const told = inputs.map((shape) => shape.join(' × ')).join(' and ');
  if (node.kind === 'add')
    demand(
      inputs.every((shape) => same(shape, first)),
      `it adds ${told}`,
    );
  if (node.kind === 'concat') demandsOfConcat(node, inputs, demand);
  if (node.kind !== 'padLike') return;
  const second = at(inputs, 1);
  demand(first.length === 3 && second.length === 3, `it pads ${told}`);
  demand((second[0] ?? 0) >= (first[0] ?? 0) && (second[1] ?? 0) >= (first[1] ?? 0), `it pads ${told}`);
}

function demandsOfConcat(_: ConcatNode, inputs: readonly Shape[], demand: Demand): void {
  const front = at(inputs, 0).slice(0, -1);
  const fits = inputs.every((shape) => same(shape.slice(0, -1), front));
  demand(fits, `it joins ${inputs.map((shape) => shape.join(' × ')).join(' and ')}`);
}

function demandsOfWeights(node: Node, inputs: readonly Shape[], demand: Demand): void {
  const channels = inputs[0]?.at(-1) ?? 0;
  if (node.kind === 'dense') demandsOfDense(node, at(inputs, 0), demand);
  if (node.kind === 'affine') demandsOfAffine(node, channels, demand);
  if (node.kind === 'channelSlice') {
    demand(isCount(node.channel, 0) && node.channel < channels, `it takes channel ${node.channel} of ${channels}`);
  }
  if (node.kind === 'channelPad') demand(isCount(node.channels, 0), `it appends ${node.channels} channels`);
}

function demandsOfDense({ kernel, bias }: DenseNode, input: Shape, demand: Demand): void {
  const [unitsIn = 0, unitsOut = 0] = kernel.shape;
  demand(input.length === 1, `its input is ${input.join(' × ')}, not a list of units`);
  demand(kernel.shape.length === 2 && isWhole(kernel), 'its kernel has another number of values');
  demand(unitsIn === input[0], `its kernel reads ${unitsIn} units where its input has ${input[0]}`);
  demandBias(bias, unitsOut, demand);
}

/** One value for all channels is allowed, as TensorFlow broadcasts it. */
function demandsOfAffine({ scale, offset }: AffineNode, channels: number, demand: Demand): void {
  for (const { values } of [scale, offset]) {
    demand(
      values.length === 1 || values.length === channels,
      `it scales ${values.length} channels where its input has ${channels}`,
    );
  }
}
