import { FoveaError } from '../../../shared/errors';
import type { Graph, Weight } from '../graph';
import { at } from '../rules/rule';
import { translateArithmetic, translateClip } from './graphModelArithmetic';
import { translateConvolution, translateDense, translateMean, translatePool } from './graphModelLayers';
import { attributeOf, type GraphDefNode, inputNames } from './graphModelSchema';
import { activations, refuse, Translation, weightAt } from './graphModelTranslation';
import { ownEntry } from './ownEntry';
import { giveShortNames } from './shortNames';

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
