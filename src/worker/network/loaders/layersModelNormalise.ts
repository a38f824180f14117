/** Keras layers that bring values into a range: preprocessing inside the network, and vectors of unit length. */
import * as v from 'valibot';
import type { Weight } from '../graph';
import { at } from '../rules/rule';
import { axisOf, base, inputShape, type LayerContext, type Translator, vector } from './layersModelContext';

/** Keras's backend.epsilon(), under the root of a normalisation's variance. */
const smallest = 1e-7;
/** Keras's UnitNormalization: x · rsqrt(max(Σ x², 1e-12)). */
const smallestSquare = 1e-12;

const numbersSchema = v.union([v.number(), v.array(v.number()), v.array(v.array(v.array(v.array(v.number()))))]);

/** One number or one a channel, however nested. */
function numbersOf({ config }: LayerContext, key: string, fallback: number): number[] {
  const given = config.raw(key);
  if (given === undefined || given === null) return [fallback];
  const parsed = v.safeParse(numbersSchema, given);
  const values = parsed.success ? [parsed.output].flat(4) : [];
  if (values.length === 0 || !values.every(Number.isFinite)) throw config.refuse(`its setting ${key} is not valid`);
  return values;
}

const rescaling: Translator = (context) =>
  addAffine(context, vector(numbersOf(context, 'scale', 1)), vector(numbersOf(context, 'offset', 0)), 0);

/** (x − mean) / max(√variance, ε), by weights that `adapt` has found or by settings. */
const normalization: Translator = (context) => {
  const { config, weightIfAny } = context;
  if (config.flag('invert', false)) throw config.refuse('it inverts a normalisation');
  const axis = config.raw('axis') ?? -1;
  const along = Array.isArray(axis) && axis.length === 1 ? axis[0] : axis;
  if (axisOf(context, along) !== inputShape(context).length - 1) throw config.refuse(`it normalises axis ${along}`);
  const read = (key: string, fallback: number) =>
    weightIfAny(key)?.values ?? Float32Array.from(numbersOf(context, key, fallback));
  const [mean, variance] = [read('mean', Number.NaN), read('variance', Number.NaN)];
  if (mean.length !== variance.length) throw config.refuse('its mean and its variance differ in length');
  const scale = variance.map((value) => 1 / Math.max(Math.sqrt(value), smallest));
  const offset = mean.map((value, c) => -value * (scale[c] ?? 0));
  return addAffine(context, vector(scale), vector(offset), weightIfAny('mean') ? 2 * mean.length + 1 : 0);
};

function addAffine(context: LayerContext, scale: Weight, offset: Weight, parameters: number): string {
  const label = context.config.layer.class_name;
  if (![...scale.values, ...offset.values].every(Number.isFinite))
    throw context.config.refuse('its values are not numbers');
  return context.builder.add({ ...base(context), kind: 'affine', scale, offset, parameters, label });
}

/** Vectors of unit length along the channels: the end of many face networks. */
const unitNormalization: Translator = (context) => {
  const { config, builder, name, inputs } = context;
  const axis = config.raw('axis') ?? -1;
  const along = axisOf(context, Array.isArray(axis) && axis.length === 1 ? axis[0] : axis);
  const source = at(inputs, 0);
  const hidden = (part: string, input: string) => builder.hidden(`${name}/${part}`, input);
  const squares = builder.add({ ...hidden('square', source), kind: 'pointwise', operation: { name: 'square' } });
  const sums = {
    ...hidden('sum', squares),
    kind: 'reduce',
    operation: 'sum',
    axes: [along],
    keepDimensions: true,
  } as const;
  const clip = { name: 'clip', low: smallestSquare, high: null } as const;
  const floored = builder.add({ ...hidden('floor', builder.add(sums)), kind: 'pointwise', operation: clip });
  const factor = builder.add({ ...hidden('rsqrt', floored), kind: 'pointwise', operation: { name: 'rsqrt' } });
  const node = { ...base(context), inputs: [source, factor], label: config.layer.class_name };
  return builder.add({ ...node, kind: 'merge', operation: 'multiply' });
};

export const normalisingLayers: Readonly<Record<string, Translator>> = {
  Rescaling: rescaling,
  Normalization: normalization,
  UnitNormalization: unitNormalization,
};
