/** What nodes that merge, cut, turn and resize refuse of hostile files, and what a network's graph tells of itself. */
import { describe, expect, test } from 'vitest';
import type { Node } from '../../../src/worker/network/graph';
import { outputsOf } from '../../../src/worker/network/outputsOf';
import { acceptsAnySize, inferShape } from '../../../src/worker/network/plan';
import type { Pointwise } from '../../../src/worker/network/pointwise';

const base = { name: 'n', inputs: ['a'], parameters: 0, listed: true } as const;
const weight = (...shape: number[]) => ({ shape, values: new Float32Array(shape.reduce((a, b) => a * b, 1)).fill(1) });
const resize = { ...base, kind: 'resize', method: 'nearest', alignCorners: false, halfPixelCenters: false } as const;

describe('does not fit', () => {
  test.each<[string, Node, number[][]]>([
    [
      'a product of other shapes',
      { ...base, kind: 'merge', operation: 'multiply' },
      [
        [4, 4, 3],
        [1, 1, 2],
      ],
    ],
    ['a product of other ranks', { ...base, kind: 'merge', operation: 'multiply' }, [[4, 4, 3], [3]]],
    ['a product of one', { ...base, kind: 'merge', operation: 'multiply' }, [[4, 4, 3]]],
    ['slopes for other channels', { ...base, kind: 'prelu', slope: weight(1, 1, 2) }, [[4, 4, 3]]],
    ['slopes for more rows', { ...base, kind: 'prelu', slope: weight(8, 4, 3) }, [[1, 4, 3]]],
    ['slopes of fewer values', { ...base, kind: 'prelu', slope: { ...weight(3), shape: [4, 4, 3] } }, [[4, 4, 3]]],
    ['factors of more rank', { ...base, kind: 'affine', scale: weight(1, 4, 4, 3), offset: weight(3) }, [[4, 4, 3]]],
    ['a crop of other axes', { ...base, kind: 'crop', cut: [[0, 1]] }, [[4, 4, 3]]],
    [
      'a crop that adds',
      {
        ...base,
        kind: 'crop',
        cut: [
          [-1, 0],
          [0, 0],
          [0, 0],
        ],
      },
      [[4, 4, 3]],
    ],
    [
      'a crop of half a cell',
      {
        ...base,
        kind: 'crop',
        cut: [
          [0.5, 0],
          [0, 0],
          [0, 0],
        ],
      },
      [[4, 4, 3]],
    ],
    ['a shape of more cells', { ...base, kind: 'reshape', shape: [4, 13] }, [[4, 4, 3]]],
    ['a shape of negative cells', { ...base, kind: 'reshape', shape: [-4, -12] }, [[4, 4, 3]]],
    ['an order that names an axis twice', { ...base, kind: 'transpose', order: [0, 0, 1] }, [[4, 4, 3]]],
    ['an order of other axes', { ...base, kind: 'transpose', order: [1, 2, 3] }, [[4, 4, 3]]],
    ['a sum over no axis', { ...base, kind: 'reduce', operation: 'sum', axes: [], keepDimensions: true }, [[4, 4, 3]]],
    [
      'a sum over all',
      { ...base, kind: 'reduce', operation: 'sum', axes: [0, 1, 2], keepDimensions: false },
      [[4, 4, 3]],
    ],
    ['a sum over axis 3', { ...base, kind: 'reduce', operation: 'sum', axes: [3], keepDimensions: false }, [[4, 4, 3]]],
    ['a size of no cells', { ...resize, cells: [0, 4] }, [[4, 4, 3]]],
    ['a size of half cells', { ...resize, factors: [1.5, 1] }, [[4, 4, 3]]],
    ['units in another size', { ...resize, cells: [4, 4] }, [[12]]],
    ['blocks that do not divide', { ...base, kind: 'spaceToDepth', block: 3 }, [[4, 4, 3]]],
    ['blocks of other channels', { ...base, kind: 'depthToSpace', block: 2 }, [[4, 4, 3]]],
    ['blocks of nothing', { ...base, kind: 'depthToSpace', block: 0 }, [[4, 4, 4]]],
    [
      'a join along an axis that is not there',
      { ...base, kind: 'concat', axis: 3 },
      [
        [4, 4, 3],
        [4, 4, 3],
      ],
    ],
    [
      'a join of other columns',
      { ...base, kind: 'concat', axis: 0 },
      [
        [4, 4, 3],
        [4, 5, 3],
      ],
    ],
    [
      'padding wider than the window',
      {
        ...base,
        kind: 'conv2d',
        filter: weight(3, 3, 3, 4),
        bias: null,
        strides: [1, 1],
        dilations: [1, 1],
        padding: { top: 3, bottom: 0, left: 0, right: 0 },
        activation: 'linear',
      },
      [[4, 4, 3]],
    ],
    ['global pooling of units', { ...base, kind: 'globalMaxPool' }, [[12]]],
  ])('%s', (_, node, inputs) => {
    expect(() => inferShape(node, inputs)).toThrow(/does not fit/);
  });

  test('a picture of more cells than memory has', () => {
    expect(() => inferShape({ ...resize, factors: [4096, 4096] }, [[64, 64, 3]])).toThrow('too large');
    expect(() =>
      inferShape({ ...base, kind: 'merge', operation: 'add' }, [
        [65536, 1, 64],
        [1, 65536, 64],
      ]),
    ).toThrow('too large');
  });
});

const graphOf = (...nodes: Node[]) => {
  const input: Node = { kind: 'input', name: 'in', inputs: [], shape: [8, 8, 3], parameters: 0, listed: true };
  return new Map([input, ...nodes].map((node) => [node.name, node]));
};
const node = (name: string, from: string, ...more: string[]) => ({
  name,
  inputs: [from, ...more],
  parameters: 0,
  listed: true,
});
const swish: Pointwise = { name: 'swish' };
const cell = { filter: weight(1, 1, 3, 5), bias: null, strides: [1, 1], dilations: [1, 1], padding: 'valid' } as const;

describe('a picture of another size', () => {
  const excited = graphOf(
    { ...node('mean', 'in'), kind: 'globalAveragePool' },
    { ...node('cell', 'mean'), kind: 'reshape', shape: [1, 1, 3] },
    { ...node('gated', 'in', 'cell'), kind: 'merge', operation: 'multiply' },
    { ...node('act', 'gated'), kind: 'pointwise', operation: swish },
    { ...node('flat', 'act'), kind: 'flatten' },
    { ...node('rows', 'act'), kind: 'reshape', shape: [64, 3] },
    { ...node('biased', 'act'), kind: 'affine', scale: weight(8, 8, 3), offset: weight(3) },
  );
  test.each([
    ['act', true],
    ['cell', true],
    ['flat', false],
    ['rows', false],
    ['biased', false],
  ])('%s: %s', (target, any) => {
    expect(acceptsAnySize(excited, target)).toBe(any);
  });
});

test('where the classes are a convolution over one cell, the embedding is what was pooled', () => {
  const graph = graphOf(
    { ...node('mean', 'in'), kind: 'globalAveragePool' },
    { ...node('cell', 'mean'), kind: 'reshape', shape: [1, 1, 3] },
    { ...node('preds', 'cell'), ...cell, kind: 'conv2d', activation: 'linear' },
    { ...node('logits', 'preds'), kind: 'reshape', shape: [5] },
    { ...node('softmax', 'logits'), kind: 'activation', activation: 'softmax' },
  );
  const { embedding, classes } = outputsOf(graph);
  expect([embedding, classes[0]?.layer, classes[0]?.labels.length]).toEqual(['mean', 'logits', 5]);
});

const dense = (units: number) => ({
  kind: 'dense' as const,
  kernel: weight(3, units),
  bias: null,
  activation: 'linear' as const,
});

test('one unit behind a sigmoid is two classes and no embedding: that is what feeds it', () => {
  const graph = graphOf(
    { ...node('mean', 'in'), kind: 'globalAveragePool' },
    { ...node('out', 'mean'), ...dense(1) },
    { ...node('out/sigmoid', 'out'), kind: 'activation', activation: 'sigmoid' },
  );
  const labels = ['class 0', 'class 1'];
  expect(outputsOf(graph)).toEqual({
    embedding: 'mean',
    classes: [{ id: 'classes', title: 'Classes', layer: 'out', probability: 'sigmoid', labels }],
  });
});

test('one unit without a sigmoid is neither a class nor an embedding', () => {
  const mean: Node = { ...node('mean', 'in'), kind: 'globalAveragePool' };
  expect(outputsOf(graphOf(mean, { ...node('out', 'mean'), ...dense(1) }))).toEqual({ embedding: 'mean', classes: [] });
});

test('beside an embedding of its own, one unit behind a sigmoid has classes and leaves it', () => {
  const graph = graphOf(
    { ...node('mean', 'in'), kind: 'globalAveragePool' },
    { ...node('alive', 'mean'), ...dense(1) },
    { ...node('alive/sigmoid', 'alive'), kind: 'activation', activation: 'sigmoid' },
    { ...node('embedding', 'mean'), ...dense(6) },
  );
  const { embedding, classes } = outputsOf(graph);
  expect([embedding, classes.length, classes[0]?.layer]).toEqual(['embedding', 1, 'alive']);
});
