import type { Activation, Graph, Weight } from '../graph';
import { scaleChannels } from './foldAffine';
import { GraphBuilder } from './graphBuilder';
import { weightOf } from './weightOf';

const model = 'ssd_mobilenetv1_model';
/** Of the batch normalisation behind every depthwise convolution: TensorFlow's 0.001, as a 32-bit float. */
const epsilon = Math.fround(0.001);
/** MobileNet's layers that halve the map. */
const halving: readonly number[] = [2, 4, 6, 12];

/**
 * The graph of face-api's SSD MobileNet v1 face detector (Howard et al., 2017; Liu et al., 2016). Input 512 × 512 × 3.
 * Output `detections`: for 5118 anchor boxes 4 codes each (centre y, centre x, height, width), then for all of them 3
 * class logits each (background, face, unused). Anchors go by map from fine to coarse, row by row.
 * @throws FoveaError if a weight is missing
 */
export function faceApiSsd(weights: ReadonlyMap<string, Weight>): Graph {
  const builder = new GraphBuilder();
  const maps: string[] = [];
  let trunk = builder.add({
    kind: 'input',
    name: 'input',
    inputs: [],
    shape: [512, 512, 3],
    parameters: 0,
    listed: true,
  });
  trunk = addConvolution(builder, weights, 'MobilenetV1/Conv2d_0_pointwise', trunk, 2);
  for (let i = 1; i <= 13; i++) {
    const stride = halving.includes(i) ? 2 : 1;
    trunk = addDepthwise(builder, weights, `MobilenetV1/Conv2d_${i}_depthwise`, trunk, stride);
    trunk = addConvolution(builder, weights, `MobilenetV1/Conv2d_${i}_pointwise`, trunk, 1);
    if (i === 11 || i === 13) maps.push(trunk);
  }
  for (let i = 0; i < 8; i++) {
    trunk = addConvolution(builder, weights, `Prediction/Conv2d_${i}_pointwise`, trunk, i % 2 === 0 ? 1 : 2);
    if (i % 2 === 1) maps.push(trunk);
  }
  const codes = maps.map((map, i) =>
    addHead(builder, weights, `Prediction/BoxPredictor_${i}/BoxEncodingPredictor`, map),
  );
  const logits = maps.map((map, i) => addHead(builder, weights, `Prediction/BoxPredictor_${i}/ClassPredictor`, map));
  builder.add({ kind: 'concat', name: 'detections', inputs: [...codes, ...logits], parameters: 0, listed: true });
  return builder.graph;
}

/** Its batch normalisation has been folded by face-api; only the offset is left, as a bias. */
function addConvolution(
  builder: GraphBuilder,
  weights: ReadonlyMap<string, Weight>,
  path: string,
  input: string,
  stride: 1 | 2,
): string {
  const filter = weightOf(weights, `${path}/weights`, model);
  const bias = weightOf(weights, `${path}/convolution_bn_offset`, model);
  return builder.add({ kind: 'conv2d', ...convolution(path, input, filter, bias, stride, 'relu6') });
}

/** gamma · (x − mean) / √(variance + ε) + beta = x · s + (beta − mean · s). */
function addDepthwise(
  builder: GraphBuilder,
  weights: ReadonlyMap<string, Weight>,
  path: string,
  input: string,
  stride: 1 | 2,
): string {
  const norm = (name: string) => weightOf(weights, `${path}/BatchNorm/${name}`, model).values;
  const [gamma, beta, mean, variance] = [norm('gamma'), norm('beta'), norm('moving_mean'), norm('moving_variance')];
  const taps = weightOf(weights, `${path}/depthwise_weights`, model);
  const scale = gamma.map((g, c) => g / Math.sqrt((variance[c] ?? 0) + epsilon));
  const offset = beta.map((b, c) => b - (mean[c] ?? 0) * (scale[c] ?? 0));
  const filter = { ...taps, values: scaleChannels(taps.values, scale) };
  const bias = { shape: [offset.length], values: offset };
  const node = convolution(path, input, filter, bias, stride, 'relu6');
  return builder.add({ kind: 'depthwiseConv2d', ...node, parameters: taps.values.length + 4 * gamma.length });
}

/** A 1 × 1 convolution whose map is laid out flat: cell by cell, anchor by anchor. */
function addHead(builder: GraphBuilder, weights: ReadonlyMap<string, Weight>, path: string, input: string): string {
  const filter = weightOf(weights, `${path}/weights`, model);
  const bias = weightOf(weights, `${path}/biases`, model);
  const head = builder.add({ kind: 'conv2d', ...convolution(path, input, filter, bias, 1, 'linear') });
  return builder.add({ kind: 'flatten', name: `${path}/flat`, inputs: [head], parameters: 0, listed: false });
}

function convolution(name: string, input: string, filter: Weight, bias: Weight, stride: 1 | 2, activation: Activation) {
  return {
    name,
    inputs: [input],
    filter,
    bias,
    strides: [stride, stride],
    dilations: [1, 1],
    padding: 'same',
    activation,
    parameters: filter.values.length + bias.values.length,
    listed: true,
  } as const;
}
