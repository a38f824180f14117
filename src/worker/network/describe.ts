import type { LayerInfo, LoadedNetwork } from '../../shared/network';
import type { Shape } from '../kernels/tensor';
import { inputOf, type Network, type Node } from './graph';
import { inferShapes } from './plan';

const kinds: Readonly<Record<Node['kind'], string>> = {
  input: 'InputLayer',
  conv2d: 'Conv2D',
  depthwiseConv2d: 'DepthwiseConv2D',
  dense: 'Dense',
  maxPool: 'MaxPooling2D',
  averagePool: 'AveragePooling2D',
  globalAveragePool: 'GlobalAveragePooling2D',
  add: 'Add',
  concat: 'Concatenate',
  pad: 'ZeroPadding2D',
  padLike: 'ZeroPadding2D',
  channelPad: 'ChannelPadding',
  channelSlice: 'ChannelSlice',
  affine: 'BatchNormalization',
  activation: 'Activation',
  flatten: 'Flatten',
};

/** What the page shows of a network: its layers as in a Keras summary, at the network's own input size. */
export function describe(network: Network): LoadedNetwork {
  const shapes = inferShapes(network.graph.values());
  const listed = [...network.graph.values()].filter((node) => node.listed);
  const layers = listed.map((node) => describeLayer(node, shapes.get(node.name) ?? []));
  return {
    info: {
      id: network.id,
      name: network.name,
      input: inputOf(network.graph).shape,
      parameters: layers.reduce((sum, layer) => sum + layer.parameters, 0),
      layers: layers.length,
      preprocessing: network.preprocessing,
      outputs: network.outputs,
      margin: network.margin,
      hash: network.hash,
    },
    layers,
  };
}

function describeLayer(node: Node, outputShape: Shape): LayerInfo {
  const kind = node.kind === 'activation' ? activationKind(node.activation) : kinds[node.kind];
  return { name: node.name, kind, outputShape, parameters: node.parameters, filters: filtersOf(node, outputShape) };
}

const activationKind = (activation: string) =>
  activation.startsWith('relu') ? 'ReLU' : activation === 'softmax' ? 'Softmax' : 'Activation';

/** Softmax outputs push each other down and flattened cells mean nothing alone: neither is offered. */
function filtersOf(node: Node, outputShape: Shape): number {
  if (node.kind === 'input' || node.kind === 'flatten') return 0;
  if (node.kind === 'activation' && node.activation === 'softmax') return 0;
  return outputShape.at(-1) ?? 0;
}
