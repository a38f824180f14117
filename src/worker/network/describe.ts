import type { LayerInfo, LoadedNetwork } from '../../shared/network';
import type { Shape } from '../kernels/tensor';
import { inputOf, type MergeNode, type Network, type Node } from './graph';
import { inputLabel } from './loaders/pictureInput';
import { inferShapes } from './plan';

const kinds: Readonly<Record<Node['kind'], string>> = {
  input: inputLabel,
  conv2d: 'Conv2D',
  depthwiseConv2d: 'DepthwiseConv2D',
  dense: 'Dense',
  maxPool: 'MaxPooling2D',
  averagePool: 'AveragePooling2D',
  globalAveragePool: 'GlobalAveragePooling2D',
  globalMaxPool: 'GlobalMaxPooling2D',
  add: 'Add',
  merge: 'Merge',
  concat: 'Concatenate',
  pad: 'ZeroPadding2D',
  padLike: 'ZeroPadding2D',
  channelPad: 'ChannelPadding',
  channelSlice: 'ChannelSlice',
  crop: 'Cropping2D',
  affine: 'BatchNormalization',
  activation: 'Activation',
  pointwise: 'Activation',
  prelu: 'PReLU',
  flatten: 'Flatten',
  reshape: 'Reshape',
  transpose: 'Permute',
  reduce: 'Reduce',
  resize: 'UpSampling2D',
  depthToSpace: 'DepthToSpace',
  spaceToDepth: 'SpaceToDepth',
};

/** What the page shows of a network: its layers as in a Keras summary, at the network's own input size. */
export function describe(network: Network): LoadedNetwork {
  const shapes = inferShapes(network.graph.values());
  const input = inputOf(network.graph);
  const listed = [...network.graph.values()].filter((node) => node.listed);
  const layers = listed.map((node) => describeLayer(node, shapes.get(node.name) ?? []));
  return {
    info: {
      id: network.id,
      name: network.name,
      input: input.shape,
      parameters: layers.reduce((sum, layer) => sum + layer.parameters, 0),
      layers: layers.length,
      preprocessing: network.preprocessing,
      outputs: network.outputs,
      margin: network.margin,
      hash: network.hash,
      ...(network.notice === undefined ? {} : { notice: network.notice }),
      ...(input.wholeNumbers ? { wholeNumbers: true } : {}),
    },
    layers,
  };
}

function describeLayer(node: Node, outputShape: Shape): LayerInfo {
  return {
    name: node.name,
    kind: kindOf(node),
    outputShape,
    parameters: node.parameters,
    filters: filtersOf(node, outputShape),
  };
}

/** As the original calls it, or as Keras would. */
function kindOf(node: Node): string {
  if (node.label !== undefined) return node.label;
  if (node.kind === 'activation') return activationKind(node.activation);
  if (node.kind === 'merge') return mergeKinds[node.operation];
  return kinds[node.kind];
}

const mergeKinds: Readonly<Record<MergeNode['operation'], string>> = {
  add: 'Add',
  subtract: 'Subtract',
  multiply: 'Multiply',
  divide: 'Divide',
  average: 'Average',
  maximum: 'Maximum',
  minimum: 'Minimum',
};

const activationKind = (activation: string) =>
  activation.startsWith('relu') ? 'ReLU' : activation === 'softmax' ? 'Softmax' : 'Activation';

/** Softmax outputs push each other down, and cells that lie in another order mean nothing alone: neither is offered. */
function filtersOf(node: Node, outputShape: Shape): number {
  if (node.kind === 'input' || node.label === inputLabel || node.kind === 'flatten' || node.kind === 'transpose')
    return 0;
  if (node.kind === 'reshape' && outputShape.slice(0, -1).some((extent) => extent > 1)) return 0;
  if (node.kind === 'activation' && node.activation === 'softmax') return 0;
  return outputShape.at(-1) ?? 0;
}
