import type { Graph, Node, Weight } from './graph';
import { ancestors, nodeOf } from './plan';
import { at } from './rules/rule';
import { storedColumn } from './storedColumns';

/** Names the one channel of a node that a narrowed graph computes. */
const narrowedName = (name: string, channel: number) => `${name}#${channel}`;

/**
 * A graph whose last node is one channel of `target`, computed without the others: the last convolution keeps only the
 * wanted filter. What other nodes need in full (a residual's trunk) stays whole and is sliced.
 */
export function narrow(graph: Graph, target: string, channel: number): { graph: Graph; target: string } {
  const full = neededInFull(graph, target);
  const nodes = new Map([...graph].filter(([name]) => full.has(name)));

  const narrowNode = (name: string, c: number): string => {
    // Paths that part and meet again would otherwise be walked once for every way through them.
    if (nodes.has(narrowedName(name, c))) return narrowedName(name, c);
    const node = nodeOf(graph, name);
    const made = full.has(name) ? sliceOf(node, c) : narrowed(node, c, narrowNode);
    nodes.set(made.name, made);
    return made.name;
  };
  const last = narrowNode(target, channel);
  return { graph: nodes, target: last };
}

/** Everything that the first convolutions met on the way down from the target read, and what leads to them. */
function neededInFull(graph: Graph, target: string): Set<string> {
  const read = new Set<string>();
  const seen = new Set<string>();
  const open = [target];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const node = nodeOf(graph, name);
    if (node.kind === 'padLike') read.add(at(node.inputs, 1));
    if (canNarrowInputs(node)) open.push(...node.inputs);
    else if (node.kind === 'conv2d' || node.kind === 'dense') for (const input of node.inputs) read.add(input);
    else read.add(name);
  }
  return ancestors(graph, read);
}

/** Nodes whose channel c depends on channel c (or one known channel) of their inputs alone. */
function canNarrowInputs(node: Node): boolean {
  switch (node.kind) {
    case 'activation':
      return node.activation !== 'softmax';
    case 'add':
    case 'affine':
    case 'maxPool':
    case 'averagePool':
    case 'globalAveragePool':
    case 'globalMaxPool':
    case 'pad':
    case 'padLike':
    case 'depthwiseConv2d':
    case 'pointwise':
    case 'prelu':
    case 'resize':
      return true;
    default:
      return false;
  }
}

function sliceOf(node: Node, channel: number): Node {
  const name = narrowedName(node.name, channel);
  return { kind: 'channelSlice', name, inputs: [node.name], channel, parameters: 0, listed: false };
}

function narrowed(node: Node, channel: number, narrowNode: (name: string, channel: number) => string): Node {
  const name = narrowedName(node.name, channel);
  const last = (weight: Weight) => sliceLast(weight, channel);
  switch (node.kind) {
    case 'conv2d':
      return { ...node, name, filter: last(node.filter), bias: node.bias && last(node.bias) };
    case 'dense':
      // A softmax needs all units; its dense layer is followed by a node of its own (the loaders see to that).
      return { ...node, name, kernel: last(node.kernel), bias: node.bias && last(node.bias) };
    case 'depthwiseConv2d': {
      const multiplier = at(node.filter.shape, 3);
      const inputs = [narrowNode(at(node.inputs, 0), Math.floor(channel / multiplier))];
      const flat = { shape: [...node.filter.shape.slice(0, 2), -1], values: node.filter.values };
      const taps = sliceLast(flat, channel, at(node.filter.shape, 2) * multiplier);
      const filter = { shape: [...node.filter.shape.slice(0, 2), 1, 1], values: taps.values };
      return { ...node, name, inputs, filter, bias: node.bias && last(node.bias) };
    }
    case 'affine':
      return {
        ...node,
        name,
        inputs: [narrowNode(at(node.inputs, 0), channel)],
        scale: channelOf(node.scale, channel),
        offset: channelOf(node.offset, channel),
      };
    case 'prelu':
      return {
        ...node,
        name,
        inputs: [narrowNode(at(node.inputs, 0), channel)],
        slope: channelOf(node.slope, channel),
      };
    case 'padLike':
      return { ...node, name, inputs: [narrowNode(at(node.inputs, 0), channel), at(node.inputs, 1)] };
    case 'add':
    case 'maxPool':
    case 'averagePool':
    case 'globalAveragePool':
    case 'globalMaxPool':
    case 'pad':
    case 'pointwise':
    case 'resize':
      return { ...node, name, inputs: node.inputs.map((input) => narrowNode(input, channel)) };
    case 'activation':
      if (node.activation !== 'softmax') {
        return { ...node, name, inputs: [narrowNode(at(node.inputs, 0), channel)] };
      }
      throw new RangeError(`${node.name} cannot be narrowed: a softmax needs all units.`);
    default:
      throw new RangeError(`${node.name} cannot be narrowed to a channel.`);
  }
}

/** A weight that goes along with its input: one value may stand for all channels. */
const channelOf = (weight: Weight, channel: number): Weight =>
  (weight.shape.at(-1) ?? 1) === 1 ? weight : sliceLast(weight, channel);

/** One index of the last dimension, kept as a dimension of size 1. */
function sliceLast(weight: Weight, index: number, size = at(weight.shape, weight.shape.length - 1)): Weight {
  if (weight.stored !== undefined) return storedColumn(weight, index);
  const rows = weight.values.length / size;
  const values = new Float32Array(rows);
  for (let row = 0; row < rows; row++) values[row] = weight.values[row * size + index] ?? 0;
  return { shape: [...weight.shape.slice(0, -1), 1], values };
}
