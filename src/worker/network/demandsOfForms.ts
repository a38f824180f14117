import type { Shape } from '../kernels/tensor';
import { type Demand, isCount, told } from './demand';
import type { CropNode, MergeNode, Node, ReduceNode, ResizeNode, SpaceNode } from './graph';
import { stretchedShape } from './rules/combine';
import { at } from './rules/rule';

const cellsOf = (shape: Shape) => shape.reduce((a, b) => a * b, 1);

/** What nodes that merge, cut, turn or resize demand of their inputs. */
export function demandsOfForms(node: Node, inputs: readonly Shape[], demand: Demand): void {
  const input = inputs[0] ?? [];
  switch (node.kind) {
    case 'merge':
      demandsOfMerge(node, inputs, demand);
      break;
    case 'crop':
      demandsOfCrop(node, input, demand);
      break;
    case 'reshape':
      demand(
        node.shape.every((extent) => isCount(extent, 1)) && cellsOf(node.shape) === cellsOf(input),
        `it makes ${told(node.shape)} of ${told(input)}`,
      );
      break;
    case 'transpose':
      demand(
        isOrder(node.order, input.length),
        `it puts the axes of ${told(input)} in the order ${node.order.join(', ')}`,
      );
      break;
    case 'reduce':
      demandsOfReduce(node, input, demand);
      break;
    case 'resize':
      demandsOfResize(node, input, demand);
      break;
    case 'depthToSpace':
    case 'spaceToDepth':
      demandsOfSpace(node, input, demand);
      break;
  }
}

const words: Readonly<Record<MergeNode['operation'], string>> = {
  add: 'adds',
  subtract: 'subtracts',
  multiply: 'multiplies',
  divide: 'divides',
  average: 'averages',
  maximum: 'takes the largest of',
  minimum: 'takes the smallest of',
};

function demandsOfMerge({ operation }: MergeNode, inputs: readonly Shape[], demand: Demand): void {
  demand(stretchedShape(inputs) !== null, `it ${words[operation]} ${inputs.map(told).join(' and ')}`);
}

function demandsOfCrop({ cut }: CropNode, input: Shape, demand: Demand): void {
  demand(cut.length === input.length, `it cuts ${cut.length} axes of ${told(input)}`);
  demand(
    cut.flat().every((cells) => isCount(cells, 0)),
    'what it cuts off is no count of cells',
  );
}

const isOrder = (order: readonly number[], rank: number) =>
  order.length === rank && new Set(order).size === rank && order.every((axis) => isCount(axis, 0) && axis < rank);

function demandsOfReduce({ axes, keepDimensions }: ReduceNode, input: Shape, demand: Demand): void {
  const fits =
    axes.length > 0 && new Set(axes).size === axes.length && axes.every((a) => isCount(a, 0) && a < input.length);
  const left = keepDimensions || axes.length < input.length;
  demand(fits && left, `it reduces the axes ${axes.join(', ')} of ${told(input)}`);
}

function demandsOfResize({ cells, factors }: ResizeNode, input: Shape, demand: Demand): void {
  demand(input.length === 3, `its input is ${told(input)}, not height × width × channels`);
  demand(
    [...(cells ?? []), ...(factors ?? [])].every((count) => isCount(count, 1)),
    'its size is no count of cells',
  );
}

function demandsOfSpace({ kind, block }: SpaceNode, input: Shape, demand: Demand): void {
  demand(input.length === 3 && isCount(block, 2), `it makes blocks of ${block} in ${told(input)}`);
  const [height, width, channels] = [at(input, 0), at(input, 1), at(input, 2)];
  const fits = kind === 'depthToSpace' ? channels % (block * block) === 0 : height % block === 0 && width % block === 0;
  demand(fits, `its blocks of ${block} do not divide ${told(input)}`);
}
