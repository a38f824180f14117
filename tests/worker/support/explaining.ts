/** Pictures, networks and changes to them for the tests of attributions. */
import type { Picture } from '../../../src/shared/ascent';
import type { NetworkSpec } from '../../../src/shared/network';
import { createRandom } from '../../../src/shared/random';
import type { Model } from '../../../src/worker/explain/question';
import type { Graph, Network, Node, Weight } from '../../../src/worker/network/graph';
import { LoadedGraph } from '../../../src/worker/network/loadedGraph';
import { loadNetwork } from '../../../src/worker/network/loaders/loadNetwork';
import { weightsFrom } from './nodes';

export const never = new AbortController().signal;

/** A smooth picture with some noise. */
export function smoothPicture(size: number, seed: number): Picture {
  const random = createRandom(seed);
  const rgba = Uint8ClampedArray.from({ length: 4 * size * size }, (_, i) => {
    const [x, y] = [Math.floor(i / 4) % size, Math.floor(i / 4 / size)];
    if (i % 4 === 3) return 255;
    return 110 + 70 * Math.sin((x + seed * 9) / 17) * Math.cos(y / 23) + 40 * (random() - 0.5) + 12 * (i % 4);
  });
  return { width: size, height: size, rgba };
}

export const load = async (spec: NetworkSpec) => new LoadedGraph(await loadNetwork(never, spec, () => undefined));

/** Adds an offset to one channel of a layer, for whatever reads it. */
export function withOffset({ network, weights }: Model, layer: string, channels: number, channel: number, by: number) {
  const scale: Weight = { shape: [channels], values: new Float32Array(channels).fill(1) };
  const offset: Weight = {
    shape: [channels],
    values: Float32Array.from(scale.values, (_, c) => (c === channel ? by : 0)),
  };
  const name = `${layer} + offset`;
  const graph = new Map<string, Node>();
  for (const node of network.graph.values()) {
    const inputs = node.inputs.map((input) => (input === layer ? name : input));
    graph.set(node.name, { ...node, inputs } as Node);
    if (node.name === layer) {
      graph.set(name, { kind: 'affine', name, inputs: [layer], scale, offset, parameters: 0, listed: false });
    }
  }
  return { network: { ...network, graph }, weights };
}

const named = (name: string, ...inputs: string[]) => ({ name, inputs, parameters: 0, listed: true });
const window = { strides: [1, 1], dilations: [1, 1], padding: 'same' } as const;

/**
 * 12 × 10 pixels, two convolutions, the first apart from its ReLU, a flatten, four classes and a sigmoid beside them.
 */
export function toyNetwork(): Network {
  const weight = weightsFrom(5);
  const nodes: Node[] = [
    { ...named('input'), kind: 'input', shape: [12, 10, 3] },
    {
      ...named('conv1', 'input'),
      ...window,
      kind: 'conv2d',
      filter: weight(3, 3, 3, 4),
      bias: weight(4),
      activation: 'linear',
    },
    { ...named('relu1', 'conv1'), kind: 'activation', activation: 'relu' },
    {
      ...named('conv2', 'relu1'),
      ...window,
      kind: 'conv2d',
      filter: weight(3, 3, 4, 5),
      bias: weight(5),
      activation: 'relu',
    },
    {
      ...named('side', 'relu1'),
      ...window,
      kind: 'conv2d',
      filter: weight(1, 1, 4, 2),
      bias: null,
      activation: 'relu',
    },
    { ...named('flatten', 'conv2'), kind: 'flatten' },
    { ...named('logits', 'flatten'), kind: 'dense', kernel: weight(600, 4), bias: weight(4), activation: 'linear' },
    { ...named('probabilities', 'logits'), kind: 'activation', activation: 'softmax' },
    { ...named('pool', 'conv2'), kind: 'globalAveragePool' },
    { ...named('switch', 'pool'), kind: 'dense', kernel: weight(5, 1), bias: null, activation: 'linear' },
    { ...named('switch/sigmoid', 'switch'), kind: 'activation', activation: 'sigmoid' },
  ];
  const graph: Graph = new Map(nodes.map((node) => [node.name, node]));
  return {
    id: 'toy',
    name: 'Toy',
    graph,
    preprocessing: { order: 'bgr', mean: [100, 110, 120], scale: 1 / 64 },
    outputs: {
      embedding: 'pool',
      classes: [
        { id: 'classes', title: 'Classes', layer: 'logits', probability: 'softmax', labels: ['a', 'b', 'c', 'd'] },
        { id: 'switch', title: 'Switch', layer: 'switch', probability: 'sigmoid', labels: ['off', 'on'] },
      ],
    },
    margin: 0.25,
    hash: 'toy-hash',
  };
}

/** A random picture of the toy's size. */
export function toyPicture(seed: number): Picture {
  const random = createRandom(seed);
  return { width: 10, height: 12, rgba: Uint8ClampedArray.from({ length: 480 }, () => 256 * random()) };
}
