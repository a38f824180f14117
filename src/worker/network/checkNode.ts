import { FoveaError } from '../../shared/errors';
import type { Shape } from '../kernels/tensor';
import { type Demand, isCount, isWhole, stretchesTo, told } from './demand';
import { demandsOfForms } from './demandsOfForms';
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
import { concatAxis } from './rules/merge';
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
  for (const demandOf of [demandsOfWindows, demandsOfMerges, demandsOfForms, demandsOfWeights])
    demandOf(node, inputs, demand);
}

function takes({ kind }: Node, inputs: number): boolean {
  if (kind === 'add' || kind === 'concat') return inputs > 0;
  if (kind === 'merge') return inputs > 1;
  return inputs === (kind === 'input' ? 0 : kind === 'padLike' ? 2 : 1);
}

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
      demand(Number.isFinite(node.value ?? 0), 'it pads with no number');
      break;
    case 'globalAveragePool':
    case 'globalMaxPool':
    case 'channelPad':
      demandPicture(at(inputs, 0), demand);
  }
}

function demandPicture(shape: Shape, demand: Demand): void {
  demand(shape.length === 3, `its input is ${told(shape)}, not height × width × channels`);
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
  const strided = strides.some((cells) => cells > 1);
  demand(!strided || (dilations[0] === 1 && dilations[1] === 1), 'it has strides together with dilations');
  demandsOfPads(node, demand);
}

/** Padding as wide as the window would give outputs that see no cell of the picture. */
function demandsOfPads({ padding, filter, dilations }: Conv2dNode | DepthwiseConv2dNode, demand: Demand): void {
  if (typeof padding !== 'object') return;
  const { top, bottom, left, right } = padding;
  const [down, across] = [0, 1].map((axis) => (at(filter.shape, axis) - 1) * at(dilations, axis));
  const fits = (cells: number, most = 0) => isCount(cells, 0) && cells <= most;
  demand(
    fits(top, down) && fits(bottom, down) && fits(left, across) && fits(right, across),
    `it pads ${top}, ${bottom}, ${left} and ${right} cells around a window of ${filter.shape.slice(0, 2).join(' × ')}`,
  );
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
  const all = inputs.map(told).join(' and ');
  if (node.kind === 'add')
    demand(
      inputs.every((shape) => same(shape, first)),
      `it adds ${all}`,
    );
  if (node.kind === 'concat') demandsOfConcat(node, inputs, demand);
  if (node.kind !== 'padLike') return;
  const second = at(inputs, 1);
  demand(first.length === 3 && second.length === 3, `it pads ${all}`);
  demand((second[0] ?? 0) >= (first[0] ?? 0) && (second[1] ?? 0) >= (first[1] ?? 0), `it pads ${all}`);
}

function demandsOfConcat(node: ConcatNode, inputs: readonly Shape[], demand: Demand): void {
  const first = at(inputs, 0);
  const along = concatAxis(node, first.length);
  const fits =
    isCount(along, 0) &&
    along < first.length &&
    inputs.every(
      (shape) => shape.length === first.length && shape.every((size, i) => i === along || size === first[i]),
    );
  demand(fits, `it joins ${inputs.map(told).join(' and ')}`);
}

function demandsOfWeights(node: Node, inputs: readonly Shape[], demand: Demand): void {
  const channels = inputs[0]?.at(-1) ?? 0;
  if (node.kind === 'dense') demandsOfDense(node, at(inputs, 0), demand);
  if (node.kind === 'affine') demandsOfAffine(node, at(inputs, 0), demand);
  if (node.kind === 'prelu')
    demand(
      isWhole(node.slope) && stretchesTo(node.slope, at(inputs, 0)),
      `its slopes are ${told(node.slope.shape)} where its input is ${told(at(inputs, 0))}`,
    );
  if (node.kind === 'channelSlice') {
    demand(isCount(node.channel, 0) && node.channel < channels, `it takes channel ${node.channel} of ${channels}`);
  }
  if (node.kind === 'channelPad') demand(isCount(node.channels, 0), `it appends ${node.channels} channels`);
}

function demandsOfDense({ kernel, bias }: DenseNode, input: Shape, demand: Demand): void {
  const [unitsIn = 0, unitsOut = 0] = kernel.shape;
  demand(input.length === 1, `its input is ${told(input)}, not a list of units`);
  demand(kernel.shape.length === 2 && isWhole(kernel), 'its kernel has another number of values');
  demand(unitsIn === input[0], `its kernel reads ${unitsIn} units where its input has ${input[0]}`);
  demandBias(bias, unitsOut, demand);
}

/** One value for all channels is allowed, as TensorFlow broadcasts it, and one for each cell. */
function demandsOfAffine({ scale, offset }: AffineNode, input: Shape, demand: Demand): void {
  for (const weight of [scale, offset]) {
    demand(isWhole(weight), 'its factors have another number of values');
    demand(stretchesTo(weight, input), `it scales ${told(weight.shape)} channels where its input has ${told(input)}`);
  }
}
