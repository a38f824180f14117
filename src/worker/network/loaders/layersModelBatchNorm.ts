import { base, inputShape, type LayerContext } from './layersModelContext';

/**
 * A batch normalisation at inference, channel by channel: y = gamma · (x − mean) / √(variance + epsilon) + beta as one
 * scale and one offset. Of Keras's four weights gamma and beta may be absent.
 * @throws FoveaError for another axis than the channels', weights of different lengths, a variance that is not positive
 */
export function batchNormalization(context: LayerContext): string {
  const { config, builder, weight } = context;
  const mean = weight('moving_mean').values;
  const variance = weight('moving_variance').values;
  const gamma = config.flag('scale', true) ? weight('gamma').values : null;
  const beta = config.flag('center', true) ? weight('beta').values : null;
  const epsilon = config.number('epsilon', 1e-3);
  if ([variance, gamma, beta].some((values) => (values?.length ?? mean.length) !== mean.length))
    throw config.refuse('its weights differ in length');
  checkAxis(context);
  const scale = mean.map((_, c) => (gamma?.[c] ?? 1) / Math.sqrt((variance[c] ?? 0) + epsilon));
  const offset = mean.map((value, c) => (beta?.[c] ?? 0) - value * (scale[c] ?? 0));
  if (![...scale, ...offset].every(Number.isFinite)) throw config.refuse('its variance is not positive');
  const shape = [mean.length];
  const parameters = mean.length * (2 + (gamma ? 1 : 0) + (beta ? 1 : 0));
  return builder.add({
    ...base(context),
    kind: 'affine',
    scale: { shape, values: scale },
    offset: { shape, values: offset },
    // Of (x − mean) / √(variance + epsilon) the mean in training is 0 and the variance variance / (variance + epsilon).
    trained: {
      mean: Float32Array.from(mean, (_, c) => beta?.[c] ?? 0),
      deviation: mean.map((_, c) => Math.abs(scale[c] ?? 0) * Math.sqrt(variance[c] ?? 0)),
    },
    parameters,
  });
}

/** Only the channels may be normalised: the last axis, however it is counted. */
function checkAxis(context: LayerContext): void {
  const given = context.config.raw('axis') ?? -1;
  const axis = Array.isArray(given) && given.length === 1 ? given[0] : given;
  if (axis !== -1 && axis !== inputShape(context).length) throw context.config.refuse(`it normalises axis ${given}`);
}
