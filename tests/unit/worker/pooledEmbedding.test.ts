/** Which networks without classes and embedding get the means of their last layer's filters as one. */
import { expect, test } from 'vitest';
import { whyNoMap } from '../../../src/shared/whyNoMap';
import type { Graph, Node } from '../../../src/worker/network/graph';
import { withPooledEmbedding } from '../../../src/worker/network/withPooledEmbedding';

const named = (name: string, ...inputs: string[]) => ({ name, inputs, parameters: 0, listed: true });
const input: Node = { ...named('in'), kind: 'input', shape: [16, 16, 3] };
const conv = (name: string, from: string, channels: number, stride: number, filters: number): Node => ({
  ...named(name, from),
  kind: 'conv2d',
  filter: { shape: [1, 1, channels, filters], values: new Float32Array(channels * filters).fill(1) },
  bias: null,
  strides: [stride, stride],
  dilations: [1, 1],
  padding: 'same',
  activation: 'linear',
});
const graphOf = (...nodes: Node[]): Graph => new Map([input, ...nodes].map((node) => [node.name, node]));

test('features at the end are pooled, by a node that is not listed and takes no other’s name', () => {
  const graph = graphOf(conv('last/mean', 'in', 3, 2, 8), conv('last', 'last/mean', 8, 2, 12));
  const { graph: pooled, outputs } = withPooledEmbedding(graph);
  expect(outputs).toEqual({ embedding: 'last/mean_1', pooled: { layer: 'last', filters: 12 }, classes: [] });
  expect(pooled.get('last/mean_1')).toMatchObject({ kind: 'globalAveragePool', inputs: ['last'], listed: false });
  expect([...pooled.keys()].slice(0, -1)).toEqual([...graph.keys()]);
});

test.each([
  ['a picture as large as the input', graphOf(conv('last', 'in', 3, 1, 12))],
  ['a map of a few classes', graphOf(conv('last', 'in', 3, 4, 7))],
  ['two ends', graphOf(conv('boxes', 'in', 3, 4, 12), conv('scores', 'in', 3, 4, 12))],
  ['nothing but its input', graphOf()],
])('%s is no embedding', (_, graph) => {
  const found = withPooledEmbedding(graph);
  expect(found.graph).toBe(graph);
  expect(found.outputs).toEqual({ embedding: null, classes: [] });
  expect(whyNoMap({ name: 'mine', outputs: found.outputs }, true)).toMatch(/no map: mine has neither classes nor/);
});

test('an embedding of the network’s own stays, and so do classes', () => {
  const mean: Node = { ...named('mean', 'last'), kind: 'globalAveragePool' };
  const own = graphOf(conv('last', 'in', 3, 4, 12), mean);
  expect(withPooledEmbedding(own)).toEqual({ graph: own, outputs: { embedding: 'mean', classes: [] } });
  const softmax: Node = { ...named('softmax', 'mean'), kind: 'activation', activation: 'softmax' };
  const classifier = graphOf(conv('last', 'in', 3, 4, 12), mean, softmax);
  const { graph, outputs } = withPooledEmbedding(classifier);
  expect(graph).toBe(classifier);
  expect(outputs.classes).toHaveLength(1);
});

test('with an embedding, a map waits for people; with people or classes there is one', () => {
  const outputs = { embedding: 'mean', classes: [] };
  expect(whyNoMap({ name: 'mine', outputs }, false)).toMatch(/nobody is in it; add people/);
  expect(whyNoMap({ name: 'mine', outputs }, true)).toBeNull();
});
