/** Keras layers with kernels: convolutions of all kinds, and dense layers. */
import type { Node, Weight } from '../graph';
import { at } from '../rules/rule';
import { layerActivation } from './layersModelActivations';
import { base, inputShape, type LayerContext, type Translator } from './layersModelContext';

/** `same` or `valid`, of a layer whose channels come last. @throws FoveaError */
export function paddingOf({ config }: LayerContext): 'same' | 'valid' {
  const padding = config.text('padding', 'valid');
  if (padding !== 'same' && padding !== 'valid') throw config.refuse(`padding ${padding}`);
  checkDataFormat(config);
  return padding;
}

export function checkDataFormat(config: LayerContext['config']): void {
  if (config.text('data_format', 'channels_last') !== 'channels_last') throw config.refuse('channels come first');
}

function windowOf(context: LayerContext) {
  const { config } = context;
  const strides = config.pair('strides', [1, 1]);
  const dilations = config.pair('dilation_rate', [1, 1]);
  if (strides.some((cells) => cells > 1) && dilations.some((cells) => cells > 1))
    throw config.refuse('strides together with dilations');
  return { strides, dilations, padding: paddingOf(context) };
}

function kernelOf({ config, weight }: LayerContext, name: string): Weight {
  const kernel = weight(name);
  if (kernel.shape.length !== 4) throw config.refuse(`its kernel has the shape ${kernel.shape.join(' × ')}`);
  return kernel;
}

const biasOf = ({ config, weight }: LayerContext): Weight | null =>
  config.flag('use_bias', true) ? weight('bias') : null;

const countOf = (...weights: (Weight | null)[]) =>
  weights.reduce((sum, weight) => sum + (weight?.shape.reduce((product, extent) => product * extent, 1) ?? 0), 0);

const conv2d: Translator = (context) => {
  const groups = context.config.number('groups', 1);
  if (groups !== 1) return groupedConvolution(context, groups);
  return convolution(context, 'conv2d', kernelOf(context, 'kernel'));
};

const depthwiseConv2d: Translator = (context) => {
  // Keras 3 calls it `kernel`, as in its other layers.
  const kernel = context.weightIfAny('depthwise_kernel') ?? context.weight('kernel');
  if (kernel.shape.length !== 4) throw context.config.refuse(`its kernel has the shape ${kernel.shape.join(' × ')}`);
  return convolution(context, 'depthwiseConv2d', kernel);
};

function convolution(context: LayerContext, kind: 'conv2d' | 'depthwiseConv2d', filter: Weight): string {
  const bias = biasOf(context);
  const { inside, behind } = layerActivation(context, ['softmax']);
  const parameters = countOf(filter, bias);
  return behind(
    context.builder.add({ ...base(context), kind, filter, bias, ...windowOf(context), activation: inside, parameters }),
  );
}

/** Keras's SeparableConv2D: a depthwise convolution without bias, then one of 1 × 1 with bias and activation. */
const separableConv2d: Translator = (context) => {
  const { builder, name, inputs } = context;
  const [depthwise, pointwise] = [kernelOf(context, 'depthwise_kernel'), kernelOf(context, 'pointwise_kernel')];
  const bias = biasOf(context);
  const { inside, behind } = layerActivation(context, ['softmax']);
  const spread = builder.add({
    ...builder.hidden(`${name}/depthwise`, at(inputs, 0)),
    kind: 'depthwiseConv2d',
    filter: depthwise,
    bias: null,
    ...windowOf(context),
    activation: 'linear',
  });
  return behind(
    builder.add({
      ...base(context),
      inputs: [spread],
      kind: 'conv2d',
      filter: pointwise,
      bias,
      strides: [1, 1],
      dilations: [1, 1],
      padding: 'valid',
      activation: inside,
      parameters: countOf(depthwise, pointwise, bias),
      label: 'SeparableConv2D',
    }),
  );
};

/** More groups than this would be a graph that nobody can read; ResNeXt has 32 or 64. */
const mostGroups = 256;

/**
 * A grouped convolution: as many of them as there are groups, each of its share of the channels, side by side. With one
 * channel a group it is a depthwise convolution.
 */
function groupedConvolution(context: LayerContext, groups: number): string {
  const { config, builder, name, inputs } = context;
  const filter = kernelOf(context, 'kernel');
  const [height = 0, width = 0, channels = 0, filters = 0] = filter.shape;
  const channelsIn = inputShape(context)[2] ?? 0;
  if (!(Number.isSafeInteger(groups) && groups > 0) || channels * groups !== channelsIn || filters % groups !== 0)
    throw config.refuse(`${groups} groups of ${channels} channels where its input has ${channelsIn}`);
  if (channels === 1)
    return convolution(context, 'depthwiseConv2d', { ...filter, shape: [height, width, groups, filters / groups] });
  if (groups > mostGroups) throw config.refuse(`${groups} groups`);
  const bias = biasOf(context);
  const { inside, behind } = layerActivation(context, ['softmax']);
  const window = windowOf(context);
  const parts = Array.from({ length: groups }, (_, group) => {
    const cut = [
      [0, 0],
      [0, 0],
      [group * channels, channelsIn - (group + 1) * channels],
    ] as const;
    const own = builder.add({ ...builder.hidden(`${name}/in${group}`, at(inputs, 0)), kind: 'crop', cut });
    return builder.add({
      ...builder.hidden(`${name}/group${group}`, own),
      kind: 'conv2d',
      filter: shareOf(filter, group, groups),
      bias: bias && shareOf(bias, group, groups),
      ...window,
      activation: inside,
    });
  });
  const whole = { ...base(context), inputs: parts, parameters: countOf(filter, bias), label: 'Conv2D' };
  return behind(builder.add({ ...whole, kind: 'concat' }));
}

/** A group's part of the last dimension. */
function shareOf({ shape, values }: Weight, group: number, groups: number): Weight {
  const size = (shape.at(-1) ?? groups) / groups;
  const rows = values.length / (size * groups);
  const share = new Float32Array(rows * size);
  for (let row = 0; row < rows; row++) {
    const from = (row * groups + group) * size;
    share.set(values.subarray(from, from + size), row * size);
  }
  return { shape: [...shape.slice(0, -1), size], values: share };
}

/** Over a list of units; over a picture's channels, as Keras has it too, it is a convolution of 1 × 1. */
const dense: Translator = (context) => {
  const { builder, weight } = context;
  const kernel = weight('kernel');
  const bias = biasOf(context);
  const { inside, behind } = layerActivation(context, ['softmax', 'sigmoid']);
  const shared = { ...base(context), bias, activation: inside, parameters: countOf(kernel, bias) };
  const node: Node =
    inputShape(context).length === 3
      ? {
          ...shared,
          kind: 'conv2d',
          filter: { ...kernel, shape: [1, 1, ...kernel.shape] },
          strides: [1, 1],
          dilations: [1, 1],
          padding: 'valid',
          label: 'Dense',
        }
      : { ...shared, kind: 'dense', kernel };
  return behind(builder.add(node));
};

export const convolutionLayers: Readonly<Record<string, Translator>> = {
  Conv2D: conv2d,
  Convolution2D: conv2d,
  DepthwiseConv2D: depthwiseConv2d,
  SeparableConv2D: separableConv2d,
  SeparableConvolution2D: separableConv2d,
  Dense: dense,
};
