/** Graph-model operations that are a layer each: convolutions, dense layers, pooling. Each gives its node's name. */
import { countOf } from '../countOf';
import type { Activation, Weight } from '../graph';
import { at } from '../rules/rule';
import { attributeOf, type GraphDefNode, inputNames, textOf } from './graphModelSchema';
import { activations, refuse, type Translation, weightAt } from './graphModelTranslation';
import { ownEntry } from './ownEntry';

function pairOf(node: GraphDefNode, name: string): readonly [number, number] {
  const [, y = 1, x = 1] = attributeOf(node, name).list?.i ?? [];
  return [y, x];
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

export function translateConvolution(node: GraphDefNode, to: Translation): string | null {
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

export function translateDense(node: GraphDefNode, to: Translation): string | null {
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
    parameters: countOf(kernel) + (bias?.values.length ?? 0),
    listed: true,
  });
}

export function translatePool(node: GraphDefNode, to: Translation): string | null {
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

export function translateMean(node: GraphDefNode, to: Translation): string | null {
  const axes = [...weightAt(node, 1, to).values].sort();
  if (axes.join() !== '1,2') throw refuse(node, `a mean over axes ${axes.join(', ')}`);
  const inputs = [to.resolve(at(inputNames(node), 0))];
  return to.add({ kind: 'globalAveragePool', name: node.name, inputs, parameters: 0, listed: true });
}
