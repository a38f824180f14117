/** Keras's activations: by name, as the setting of another layer, and as layers with settings of their own. */
import type { Activation } from '../graph';
import type { Pointwise } from '../pointwise';
import { base, inputShape, type LayerContext, type Translator } from './layersModelContext';
import { ownEntry } from './ownEntry';

/** Those that layers apply themselves. */
const fused: Readonly<Record<string, Activation>> = {
  linear: 'linear',
  relu: 'relu',
  relu6: 'relu6',
  elu: 'elu',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  softmax: 'softmax',
};

const rectify = (slope: number, threshold = 0, ceiling: number | null = null): Pointwise => ({
  name: 'rectify',
  slope,
  threshold,
  ceiling,
});

/** Those that need a node of their own. `gelu_new` and `hardSwish` are TensorFlow.js's spellings. */
const apart: Readonly<Record<string, Pointwise>> = {
  swish: { name: 'swish' },
  silu: { name: 'swish' },
  hard_swish: { name: 'hardSwish' },
  hard_silu: { name: 'hardSwish' },
  mish: { name: 'mish' },
  selu: { name: 'selu' },
  softplus: { name: 'softplus' },
  softsign: { name: 'softsign' },
  exponential: { name: 'exponential' },
  leaky_relu: rectify(0.2),
  gelu: { name: 'gelu', approximate: false },
  gelu_new: { name: 'gelu', approximate: true },
};

/**
 * What an activation's name stands for: one that layers apply themselves, or a function that needs a node of its own.
 * `hard_sigmoid` is clip(0.2 x + 0.5, 0, 1) in Keras 2 and in TensorFlow.js, relu6(x + 3) / 6 in Keras 3.
 * @throws FoveaError for a name that is not known
 */
function activationNamed({ config, keras3 }: LayerContext): Activation | Pointwise {
  const name = config.text('activation', 'linear');
  if (name === 'hard_sigmoid' || name === 'hardSigmoid') return { name: 'hardSigmoid', slope: keras3 ? 1 / 6 : 0.2 };
  const found = ownEntry(fused, name) ?? ownEntry(apart, name);
  if (found === undefined) throw config.refuse(`its activation ${name} is not known`);
  return found;
}

/**
 * The activation of a layer with weights: what the layer's own node applies, and a function that adds the rest behind
 * it, as `name/activation`. Those in `separate` are never fused, so that the values before them stay reachable.
 */
export function layerActivation(
  context: LayerContext,
  separate: readonly Activation[],
): { inside: Activation; behind: (output: string) => string } {
  const found = activationNamed(context);
  if (typeof found === 'string' && !separate.includes(found)) return { inside: found, behind: (output) => output };
  return { inside: 'linear', behind: (output) => addActivation(context, found, [output], suffixOf(context)) };
}

const suffixOf = ({ config }: LayerContext) => `/${config.text('activation', 'linear')}`;

function addActivation(
  context: LayerContext,
  activation: Activation | Pointwise,
  inputs: readonly string[],
  suffix = '',
): string {
  const node = { ...base(context), name: `${context.name}${suffix}`, inputs };
  return context.builder.add(
    typeof activation === 'string'
      ? { ...node, kind: 'activation', activation }
      : { ...node, kind: 'pointwise', operation: activation },
  );
}

const activationLayer: Translator = (context) => addActivation(context, activationNamed(context), context.inputs);

/** Keras's ReLU with its three settings; the usual ones become the nodes that layers can fuse. */
const relu: Translator = (context) => {
  const { config } = context;
  const ceiling = config.raw('max_value') ?? null;
  if (ceiling !== null && !(typeof ceiling === 'number' && Number.isFinite(ceiling) && ceiling >= 0))
    throw config.refuse('its max_value is no number of at least 0');
  const slope = config.number('negative_slope', 0);
  const threshold = config.number('threshold', 0);
  const usual = slope === 0 && threshold === 0 && (ceiling === null || ceiling === 6);
  if (!usual) return addActivation(context, rectify(slope, threshold, ceiling), context.inputs);
  return addActivation(context, ceiling === 6 ? 'relu6' : 'relu', context.inputs);
};

/** Keras 3 renamed alpha to negative_slope; both defaults are 0.3. */
const leakyRelu: Translator = (context) => {
  const slope = context.config.number('negative_slope', context.config.number('alpha', 0.3));
  return addActivation(context, rectify(slope), context.inputs);
};

const elu: Translator = (context) => {
  const alpha = context.config.number('alpha', 1);
  return addActivation(context, alpha === 1 ? 'elu' : { name: 'elu', alpha }, context.inputs);
};

/** Slopes for each cell and channel, or shared along the axes that are of size 1 in its weight. */
const prelu: Translator = (context) => {
  const slope = context.weight('alpha');
  return context.builder.add({ ...base(context), kind: 'prelu', slope, parameters: slope.values.length });
};

const thresholdedRelu: Translator = (context) => {
  const { config, builder, name } = context;
  const theta = config.number('theta', 1);
  if (theta < 0) throw config.refuse('its theta is negative');
  return builder.add({
    ...base(context),
    name,
    kind: 'pointwise',
    operation: rectify(0, theta),
    label: 'ThresholdedReLU',
  });
};

/** Over the channels, the only axis along which units stand for classes. */
const softmax: Translator = (context) => {
  const { config } = context;
  const axis = config.raw('axis') ?? -1;
  if (axis !== -1 && axis !== inputShape(context).length) throw config.refuse(`a softmax over axis ${axis}`);
  return addActivation(context, 'softmax', context.inputs);
};

export const activationLayers: Readonly<Record<string, Translator>> = {
  Activation: activationLayer,
  ReLU: relu,
  LeakyReLU: leakyRelu,
  PReLU: prelu,
  ELU: elu,
  ThresholdedReLU: thresholdedRelu,
  Softmax: softmax,
};
