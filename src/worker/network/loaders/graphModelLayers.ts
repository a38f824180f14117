/** Graph-model operations that are a layer each: convolutions, dense layers, pooling. Each gives its node's name. */
import { countOf } from '../countOf';
import type { Padding, Weight } from '../graph';
import { at } from '../rules/rule';
import { fusedSteps } from './graphModelActivations';
import { attributeOf, type GraphDefNode, inputNames, textOf } from './graphModelSchema';
import {
  axisOf,
  checkDataFormat,
  countsAt,
  nodeBase,
  refuse,
  type Translation,
  weightAt,
} from './graphModelTranslation';

function pairOf(node: GraphDefNode, name: string): readonly [number, number] {
  const [, y = 1, x = 1] = attributeOf(node, name).list?.i ?? [];
  return [y, x];
}

function paddingOf(node: GraphDefNode): Padding {
  const padding = textOf(node, 'padding').toLowerCase();
  if (padding === 'same' || padding === 'valid') return padding;
  // [before, after] for batch, height, width and channels.
  const [, , top = 0, bottom = 0, left = 0, right = 0] = attributeOf(node, 'explicit_paddings').list?.i ?? [];
  if (padding === 'explicit') return { top, bottom, left, right };
  throw refuse(node, `padding ${padding}`);
}

export function translateConvolution(node: GraphDefNode, to: Translation): string {
  const filter = weightAt(node, 1, to);
  const { bias, activation, behind } = fusedSteps(node, to);
  checkDataFormat(node);
  to.weightPaths.set(node.name, at(inputNames(node), 1));
  return behind(
    to.add({
      ...nodeBase(node, to, at(inputNames(node), 0)),
      kind: node.op.includes('epthwise') ? 'depthwiseConv2d' : 'conv2d',
      filter,
      bias,
      strides: pairOf(node, 'strides'),
      dilations: pairOf(node, 'dilations'),
      padding: paddingOf(node),
      activation,
      parameters: filter.values.length + (bias?.values.length ?? 0),
    }),
  );
}

export function translateDense(node: GraphDefNode, to: Translation): string {
  if (attributeOf(node, 'transpose_a').b) throw refuse(node, 'a transposed input');
  const given = weightAt(node, 1, to);
  const kernel = attributeOf(node, 'transpose_b').b ? transposed(given) : given;
  const { bias, activation, behind } = fusedSteps(node, to);
  to.weightPaths.set(node.name, at(inputNames(node), 1));
  return behind(
    to.add({
      ...nodeBase(node, to, at(inputNames(node), 0)),
      kind: 'dense',
      kernel,
      bias,
      activation,
      parameters: countOf(kernel) + (bias?.values.length ?? 0),
    }),
  );
}

function transposed({ shape: [rows = 1, columns = 1], values }: Weight): Weight {
  const turned = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      turned[column * rows + row] = values[row * columns + column] as number;
  }
  return { shape: [columns, rows], values: turned };
}

export function translatePool(node: GraphDefNode, to: Translation): string {
  const padding = paddingOf(node);
  if (typeof padding === 'object') throw refuse(node, 'explicit padding');
  checkDataFormat(node);
  return to.add({
    ...nodeBase(node, to, at(inputNames(node), 0)),
    kind: node.op === 'MaxPool' ? 'maxPool' : 'averagePool',
    size: pairOf(node, 'ksize'),
    strides: pairOf(node, 'strides'),
    padding,
  });
}

const reductions = { Mean: 'mean', Sum: 'sum', Max: 'max' } as const;

/** Over height and width of a picture it is global pooling, the layer that networks end with. */
export function translateReduction(node: GraphDefNode, to: Translation): string {
  const source = at(inputNames(node), 0);
  const rank = to.shapeOf(source).length;
  const axes = countsAt(node, 1, to).map((axis) => axisOf(node, axis, rank));
  const keepDimensions = attributeOf(node, 'keep_dims').b ?? false;
  const base = nodeBase(node, to, source);
  const operation = reductions[node.op as keyof typeof reductions];
  if (rank === 3 && operation !== 'sum' && [...axes].sort().join() === '0,1') {
    const kind = operation === 'mean' ? 'globalAveragePool' : 'globalMaxPool';
    return to.add({ ...base, kind, ...(keepDimensions ? { keepDimensions } : {}) });
  }
  return to.add({ ...base, kind: 'reduce', operation, axes, keepDimensions });
}
