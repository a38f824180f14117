/** Keras layers without weights that pool, pad, cut, turn or resize. */
import * as v from 'valibot';
import type { GlobalPoolNode, PoolNode } from '../graph';
import { base, inputShape, type LayerContext, type Translator } from './layersModelContext';
import { checkDataFormat, paddingOf } from './layersModelConvolutions';
import { paddingSchema } from './layersModelSchema';

const pooling =
  (kind: PoolNode['kind']): Translator =>
  (context) => {
    const size = context.config.pair('pool_size', [2, 2]);
    const strides = context.config.pair('strides', size);
    return context.builder.add({ ...base(context), kind, size, strides, padding: paddingOf(context) });
  };

const globalPooling =
  (kind: GlobalPoolNode['kind']): Translator =>
  (context) => {
    checkDataFormat(context.config);
    const keepDimensions = context.config.flag('keepdims', false);
    return context.builder.add({ ...base(context), kind, ...(keepDimensions ? { keepDimensions } : {}) });
  };

/** ((top, bottom), (left, right)), or two numbers for height and width, or one for all sides. */
function sides({ config }: LayerContext, key: string) {
  const given = config.raw(key);
  const list = Array.isArray(given) ? given : [given, given];
  const parsed = v.safeParse(
    paddingSchema,
    list.map((side: unknown) => (Array.isArray(side) ? side : [side, side])),
  );
  if (!parsed.success) throw config.refuse(`its ${key} is not valid`);
  checkDataFormat(config);
  return parsed.output;
}

const zeroPadding: Translator = (context) => {
  const [[top, bottom], [left, right]] = sides(context, 'padding');
  return context.builder.add({ ...base(context), kind: 'pad', top, bottom, left, right });
};

const cropping: Translator = (context) =>
  context.builder.add({ ...base(context), kind: 'crop', cut: [...sides(context, 'cropping'), [0, 0]] });

/**
 * Keras's own definition: bilinear upsampling takes the cells' centres, which TensorFlow.js's layer of that name does
 * not.
 */
const upSampling: Translator = (context) => {
  const { config, builder } = context;
  const method = config.text('interpolation', 'nearest');
  if (method !== 'nearest' && method !== 'bilinear') throw config.refuse(`interpolation ${method}`);
  checkDataFormat(config);
  const factors = config.pair('size', [2, 2]);
  return builder.add({
    ...base(context),
    kind: 'resize',
    method,
    factors,
    alignCorners: false,
    halfPixelCenters: true,
  });
};

const flatten: Translator = (context) => context.builder.add({ ...base(context), kind: 'flatten' });

/** To a shape without batch, of which one extent may be left open. */
const reshape: Translator = (context) => {
  const { config, builder } = context;
  const cells = inputShape(context).reduce((a, b) => a * b, 1);
  const parsed = v.safeParse(v.pipe(v.array(v.nullable(v.number())), v.maxLength(4)), config.raw('target_shape'));
  if (!parsed.success) throw config.refuse('its target_shape is not valid');
  const target = parsed.output.map((extent) => extent ?? -1);
  const known = target.filter((extent) => extent !== -1).reduce((a, b) => a * b, 1);
  if (target.filter((extent) => extent === -1).length > 1) throw config.refuse('its target_shape is open twice');
  const shape = target.map((extent) => (extent === -1 ? cells / known : extent));
  return builder.add({ ...base(context), kind: 'reshape', shape });
};

/** Keras counts the axes from 1, the batch not among them. */
const permute: Translator = (context) => {
  const parsed = v.safeParse(v.array(v.number()), context.config.raw('dims'));
  if (!parsed.success) throw context.config.refuse('its dims are not valid');
  return context.builder.add({ ...base(context), kind: 'transpose', order: parsed.output.map((axis) => axis - 1) });
};

export const formLayers: Readonly<Record<string, Translator>> = {
  MaxPooling2D: pooling('maxPool'),
  MaxPool2D: pooling('maxPool'),
  AveragePooling2D: pooling('averagePool'),
  AvgPool2D: pooling('averagePool'),
  GlobalAveragePooling2D: globalPooling('globalAveragePool'),
  GlobalAvgPool2D: globalPooling('globalAveragePool'),
  GlobalMaxPooling2D: globalPooling('globalMaxPool'),
  GlobalMaxPool2D: globalPooling('globalMaxPool'),
  ZeroPadding2D: zeroPadding,
  Cropping2D: cropping,
  UpSampling2D: upSampling,
  Flatten: flatten,
  Reshape: reshape,
  Permute: permute,
};
