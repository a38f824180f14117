import * as v from 'valibot';
import { countOf } from '../countOf';
import type { Activation, Graph, Node, Weight } from '../graph';
import { at } from '../rules/rule';
import { GraphBuilder } from './graphBuilder';
import { batchNormalization } from './layersModelBatchNorm';
import { base, type LayerContext } from './layersModelContext';
import { type KerasModel, LayerConfig, paddingSchema } from './layersModelSchema';
import { ownEntry } from './ownEntry';

const activationNames: Readonly<Record<string, Activation>> = {
  linear: 'linear',
  relu: 'relu',
  relu6: 'relu6',
  elu: 'elu',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  softmax: 'softmax',
};

/** Adds a layer's nodes and returns the name of the one that gives its output. */
type Translator = (context: LayerContext) => string;

/**
 * The graph of a Keras model in TensorFlow.js's layers format. A softmax or sigmoid at the end of a dense layer becomes a
 * node of its own, `name/softmax`, so that the logits stay reachable under the layer's name.
 * @throws FoveaError for a layer that no rule covers, with its name and type
 */
export function layersModel(model: KerasModel, weights: ReadonlyMap<string, Weight>): Graph {
  const builder = new GraphBuilder();
  /** Layer name → node that gives its output. */
  const outputs = new Map<string, string>();
  let previous: string | null = null;
  for (const layer of model.layers) {
    const config = new LayerConfig(layer);
    if (previous === null && layer.class_name !== 'InputLayer') previous = addImplicitInput(config, builder);
    const inputs: string[] = model.sequential && previous !== null ? [previous] : inboundOf(config, outputs);
    const translate = ownEntry(translators, layer.class_name);
    if (translate === undefined) throw config.refuse('no rule covers this kind of layer');
    if (inputs.length === 0 && layer.class_name !== 'InputLayer') throw config.refuse('nothing feeds it');
    const weight = (name: string) => {
      const found = weights.get(`${config.name}/${name}`);
      if (found === undefined) throw config.refuse(`its weight ${name} is missing`);
      return found;
    };
    previous = translate({ config, builder, inputs, weight });
    outputs.set(config.name, previous);
  }
  return builder.graph;
}

/** A sequential model may name its input's shape on the first layer. */
function addImplicitInput(config: LayerConfig, builder: GraphBuilder): string {
  return builder.add({
    kind: 'input',
    name: 'input',
    inputs: [],
    shape: inputShape(config),
    parameters: 0,
    listed: true,
  });
}

function inputShape(config: LayerConfig): readonly [number, number, 3] {
  const sizes = config.sizes('batch_input_shape') ?? config.sizes('batch_shape') ?? [];
  const [, height, width, channels] = sizes;
  if (sizes.length !== 4 || channels !== 3) throw config.refuse('its input is not a colour picture');
  return [height ?? 224, width ?? 224, 3];
}

const inbound = v.array(v.array(v.looseTuple([v.string(), v.number(), v.number()])));

function inboundOf(config: LayerConfig, outputs: ReadonlyMap<string, string>): string[] {
  const result = v.safeParse(inbound, config.layer.inbound_nodes);
  if (!result.success) throw config.refuse('its connections are not valid');
  if (result.output.length > 1) throw config.refuse('it is used more than once');
  return (result.output[0] ?? []).map(([name]) => {
    const output = outputs.get(name);
    if (output === undefined) throw config.refuse(`it reads ${name}, which does not come before it`);
    return output;
  });
}

function activationOf(config: LayerConfig): Activation {
  const name = config.text('activation', 'linear');
  const activation = ownEntry(activationNames, name);
  if (activation === undefined) throw config.refuse(`its activation ${name} is not known`);
  return activation;
}

function paddingOf(config: LayerConfig): 'same' | 'valid' {
  const padding = config.text('padding', 'valid');
  if (padding !== 'same' && padding !== 'valid') throw config.refuse(`padding ${padding}`);
  if (config.text('data_format', 'channels_last') !== 'channels_last') throw config.refuse('channels come first');
  return padding;
}

function convolution(context: LayerContext, kind: 'conv2d' | 'depthwiseConv2d', kernelName: string): string {
  const { config, builder, weight } = context;
  const filter = weight(kernelName);
  if (filter.shape.length !== 4) throw config.refuse(`its kernel has the shape ${filter.shape.join(' × ')}`);
  const bias = config.flag('use_bias', true) ? weight('bias') : null;
  const strides = config.pair('strides', [1, 1]);
  const dilations = config.pair('dilation_rate', [1, 1]);
  if (strides[0] !== strides[1]) throw config.refuse('its strides differ in height and width');
  if (strides[0] > 1 && (dilations[0] > 1 || dilations[1] > 1)) throw config.refuse('strides together with dilations');
  if (config.number('groups', 1) !== 1) throw config.refuse('grouped convolutions are not covered');
  const activation = activationOf(config);
  const apart = activation === 'softmax';
  const output = builder.add({
    ...base(context),
    kind,
    filter,
    bias,
    strides,
    dilations,
    padding: paddingOf(config),
    activation: apart ? 'linear' : activation,
    parameters: filter.values.length + (bias?.values.length ?? 0),
  });
  return apart ? addApart(context, output, activation) : output;
}

/** The activation as a node of its own behind the layer's, whose values stay reachable under the layer's name. */
function addApart(context: LayerContext, source: string, activation: Activation): string {
  const name = `${context.config.name}/${activation}`;
  return context.builder.add({ ...base(context), name, inputs: [source], kind: 'activation', activation });
}

function dense(context: LayerContext): string {
  const { config, builder, weight } = context;
  const kernel = weight('kernel');
  const bias = config.flag('use_bias', true) ? weight('bias') : null;
  const activation = activationOf(config);
  const parameters = countOf(kernel) + (bias?.values.length ?? 0);
  const apart = activation === 'softmax' || activation === 'sigmoid';
  const node: Node = {
    ...base(context),
    kind: 'dense',
    kernel,
    bias,
    parameters,
    activation: apart ? 'linear' : activation,
  };
  const logits = builder.add(node);
  return apart ? addApart(context, logits, activation) : logits;
}

function pool(context: LayerContext, kind: 'maxPool' | 'averagePool'): string {
  const { config, builder } = context;
  const size = config.pair('pool_size');
  return builder.add({
    ...base(context),
    kind,
    size,
    strides: config.pair('strides', size),
    padding: paddingOf(config),
  });
}

function globalAveragePool(context: LayerContext): string {
  if (context.config.flag('keepdims', false)) throw context.config.refuse('it keeps dimensions of size 1');
  return context.builder.add({ ...base(context), kind: 'globalAveragePool' });
}

function zeroPadding(context: LayerContext): string {
  const { config, builder } = context;
  const parsed = v.safeParse(paddingSchema, config.raw('padding'));
  if (!parsed.success) throw config.refuse('its padding is not valid');
  const [[top, bottom], [left, right]] = parsed.output;
  return builder.add({ ...base(context), kind: 'pad', top, bottom, left, right });
}

/** The layer does nothing at inference. */
const passThrough: Translator = ({ inputs }) => at(inputs, 0);

const activationLayer =
  (activation?: Activation): Translator =>
  (context) =>
    context.builder.add({
      ...base(context),
      kind: 'activation',
      activation: activation ?? activationOf(context.config),
    });

function reluLayer(context: LayerContext): string {
  const limit = context.config.raw('max_value');
  if (limit !== undefined && limit !== null && limit !== 6) throw context.config.refuse(`a ReLU limited to ${limit}`);
  if (context.config.number('negative_slope', 0) !== 0) throw context.config.refuse('a leaky ReLU');
  return activationLayer(limit === 6 ? 'relu6' : 'relu')(context);
}

const translators: Readonly<Record<string, Translator>> = {
  InputLayer: ({ config, builder }) => {
    if (builder.graph.size > 0) throw config.refuse('the network has more than one input');
    const shape = inputShape(config);
    return builder.add({ kind: 'input', name: config.name, inputs: [], shape, parameters: 0, listed: true });
  },
  Conv2D: (context) => convolution(context, 'conv2d', 'kernel'),
  DepthwiseConv2D: (context) => convolution(context, 'depthwiseConv2d', 'depthwise_kernel'),
  Dense: dense,
  MaxPooling2D: (context) => pool(context, 'maxPool'),
  AveragePooling2D: (context) => pool(context, 'averagePool'),
  GlobalAveragePooling2D: globalAveragePool,
  Flatten: (context) => context.builder.add({ ...base(context), kind: 'flatten' }),
  Add: (context) => context.builder.add({ ...base(context), kind: 'add', activation: 'linear' }),
  Concatenate: (context) => context.builder.add({ ...base(context), kind: 'concat' }),
  BatchNormalization: batchNormalization,
  ZeroPadding2D: zeroPadding,
  Activation: activationLayer(),
  ReLU: reluLayer,
  Softmax: activationLayer('softmax'),
  Dropout: passThrough,
};
