import type { Activation, Graph, Weight } from '../graph';
import { GraphBuilder } from './graphBuilder';
import { weightOf } from './weightOf';

const model = 'face_expression_model or face_landmark_68_model';

/**
 * The graph of face-api's small face networks, FaceExpressionNet and FaceLandmark68Net: four densely added blocks of
 * depthwise separable convolutions (32, 64, 128 and 256 channels), each halving the picture, then a mean over the
 * cells and one dense layer. Input 112 × 112 × 3.
 * Source: face-api's faceFeatureExtractor and faceProcessor.
 * @param end `softmax`: `fc` gives logits and `fc/softmax` follows; `linear`: `fc` is the answer
 * @throws FoveaError if a weight is missing
 */
export function faceApiSeparable(weights: ReadonlyMap<string, Weight>, end: 'softmax' | 'linear'): Graph {
  const builder = new GraphBuilder();
  let trunk = builder.add({
    kind: 'input',
    name: 'input',
    inputs: [],
    shape: [112, 112, 3],
    parameters: 0,
    listed: true,
  });
  for (const block of ['dense0', 'dense1', 'dense2', 'dense3']) trunk = addBlock(builder, weights, block, trunk);
  // face-api pools 7 × 7 cells of a 7 × 7 map: the mean over all of them.
  const pooled = builder.add({
    kind: 'globalAveragePool',
    name: 'global_average',
    inputs: [trunk],
    parameters: 0,
    listed: true,
  });
  const kernel = weightOf(weights, 'fc/weights', model);
  const bias = weightOf(weights, 'fc/bias', model);
  const parameters = kernel.values.length + bias.values.length;
  const logits = builder.add({
    kind: 'dense',
    name: 'fc',
    inputs: [pooled],
    kernel,
    bias,
    activation: 'linear',
    parameters,
    listed: true,
  });
  if (end === 'softmax') {
    const last = { kind: 'activation', name: 'fc/softmax', inputs: [logits], activation: 'softmax' } as const;
    builder.add({ ...last, parameters: 0, listed: true });
  }
  return builder.graph;
}

/** Every convolution of a block reads the sum of all that came before it in the block. */
function addBlock(builder: GraphBuilder, weights: ReadonlyMap<string, Weight>, block: string, input: string): string {
  const first =
    block === 'dense0'
      ? addFull(builder, weights, `${block}/conv0`, input)
      : addPair(builder, weights, `${block}/conv0`, input, 2, 'relu');
  const parts = [first];
  let sum = first;
  for (const i of [1, 2, 3]) {
    parts.push(addPair(builder, weights, `${block}/conv${i}`, sum, 1, 'linear'));
    const name = i === 3 ? block : `${block}/sum${i}`;
    sum = builder.add({ kind: 'add', name, inputs: [...parts], activation: 'relu', parameters: 0, listed: true });
  }
  return sum;
}

function addFull(builder: GraphBuilder, weights: ReadonlyMap<string, Weight>, path: string, input: string): string {
  const filter = weightOf(weights, `${path}/filters`, model);
  const bias = weightOf(weights, `${path}/bias`, model);
  return builder.add({
    kind: 'conv2d',
    name: path,
    inputs: [input],
    filter,
    bias,
    strides: [2, 2],
    dilations: [1, 1],
    padding: 'same',
    activation: 'relu',
    parameters: filter.values.length + bias.values.length,
    listed: true,
  });
}

/** A depthwise and a pointwise convolution: the file knows them as one layer, which gives the second its name. */
function addPair(
  builder: GraphBuilder,
  weights: ReadonlyMap<string, Weight>,
  path: string,
  input: string,
  stride: 1 | 2,
  activation: Activation,
): string {
  const depthwise = weightOf(weights, `${path}/depthwise_filter`, model);
  const pointwise = weightOf(weights, `${path}/pointwise_filter`, model);
  const bias = weightOf(weights, `${path}/bias`, model);
  const common = { dilations: [1, 1], padding: 'same' } as const;
  const spread = builder.add({
    ...common,
    kind: 'depthwiseConv2d',
    name: `${path}/depthwise`,
    inputs: [input],
    filter: depthwise,
    bias: null,
    strides: [stride, stride],
    activation: 'linear',
    parameters: depthwise.values.length,
    listed: true,
  });
  return builder.add({
    ...common,
    kind: 'conv2d',
    name: path,
    inputs: [spread],
    filter: pointwise,
    bias,
    strides: [1, 1],
    activation,
    parameters: pointwise.values.length + bias.values.length,
    listed: true,
  });
}
