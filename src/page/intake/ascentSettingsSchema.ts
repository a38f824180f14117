import * as v from 'valibot';
import type { AscentSettings } from '../../shared/ascent';
import { ascentLimits } from '../../shared/ascentLimits';
import { presets } from '../../shared/presets';

const integer = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const real = (least: number, most: number) => v.pipe(v.number(), v.finite(), v.minValue(least), v.maxValue(most));

/** Each setting by itself. */
export const ascentSettingSchemas = {
  preset: v.picklist(presets.map(({ id }) => id)),
  objective: v.picklist(['channel', 'neuron', 'layer']),
  size: integer(8, ascentLimits.size),
  steps: integer(1, ascentLimits.steps),
  parameterisation: v.picklist(['network', 'signed', 'pixel', 'fourier']),
  start: v.object({ centre: real(-1e6, 1e6), spread: real(0, 1e6) }),
  optimiser: v.picklist(['l2', 'rms', 'adam']),
  epsilon: real(ascentLimits.leastEpsilon, 1),
  rate: real(-1e6, 1e6),
  border: integer(0, 512),
  jitter: integer(0, 512),
  rotation: real(0, 360),
  scale: real(0, 0.9),
  blur: real(0, ascentLimits.blur),
  totalVariation: real(0, 1e6),
  decay: real(0, 1),
  redirect: integer(0, 10_000),
  seed: integer(0, ascentLimits.seed),
  display: v.picklist(['standardise', 'range']),
  crop: integer(0, 511),
};

/** Ascent settings from outside, within what a browser can carry out. */
export const ascentSettingsSchema: v.GenericSchema<unknown, AscentSettings> = v.object(ascentSettingSchemas);
