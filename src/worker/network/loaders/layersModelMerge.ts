/** Keras layers that make one of several inputs. */
import type { MergeNode } from '../graph';
import { at } from '../rules/rule';
import { axisOf, base, inputShape, type LayerContext, type Translator, vector } from './layersModelContext';

/** As Keras: an input of fewer dimensions gets some of size 1 in front. */
function evenedInputs({ builder, name, inputs }: LayerContext): string[] {
  const rank = Math.max(...inputs.map((input) => builder.shapeOf(input).length));
  return inputs.map((input, i) => builder.withRank(input, rank, `${name}/shape${i}`));
}

/** Inputs of one shape are summed by the node that a convolution network is full of, others by one that stretches. */
export function addInputs(context: LayerContext): string {
  const inputs = evenedInputs(context);
  const shapes = inputs.map((input) => context.builder.shapeOf(input).join());
  const node = { ...base(context), inputs };
  return context.builder.add(
    new Set(shapes).size === 1
      ? { ...node, kind: 'add', activation: 'linear' }
      : { ...node, kind: 'merge', operation: 'add' },
  );
}

export const merging =
  (operation: MergeNode['operation']): Translator =>
  (context) =>
    context.builder.add({ ...base(context), inputs: evenedInputs(context), kind: 'merge', operation });

const concatenate: Translator = (context) => {
  const axis = axisOf(context, context.config.raw('axis') ?? -1);
  const node = { ...base(context), kind: 'concat' } as const;
  return context.builder.add(axis === inputShape(context).length - 1 ? node : { ...node, axis });
};

/** Of Keras Applications' InceptionResNetV2: first input + second × scale. */
const customScale: Translator = (context) => {
  const { builder, config, name, inputs } = context;
  if (inputs.length !== 2) throw config.refuse(`it has ${inputs.length} inputs`);
  const scaled = builder.add({
    ...builder.hidden(`${name}/scaled`, at(inputs, 1)),
    kind: 'affine',
    scale: vector([config.number('scale')]),
    offset: vector([0]),
  });
  const shares = [at(inputs, 0), scaled];
  return builder.add({
    ...base(context),
    inputs: shares,
    kind: 'add',
    activation: 'linear',
    label: 'CustomScaleLayer',
  });
};

export const mergeLayers: Readonly<Record<string, Translator>> = {
  Add: addInputs,
  Subtract: merging('subtract'),
  Multiply: merging('multiply'),
  Average: merging('average'),
  Maximum: merging('maximum'),
  Minimum: merging('minimum'),
  Concatenate: concatenate,
  CustomScaleLayer: customScale,
};
