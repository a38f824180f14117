import type { AscentSettings } from '../../../shared/ascent';
import { ascentLimits } from '../../../shared/ascentLimits';

/** One number among the ascent's settings: how it is shown and edited. */
export interface NumberSetting {
  readonly label: string;
  readonly unit?: string;
  readonly hint: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly get: (settings: AscentSettings) => number;
  readonly set: (settings: AscentSettings, value: number) => AscentSettings;
  /** Whole numbers only. */
  readonly whole?: boolean;
  /** The value that switching it on gives, where 0 means off; absent where it cannot be off. */
  readonly on?: number;
}

type NumberKey = {
  [Key in keyof AscentSettings]: AscentSettings[Key] extends number ? Key : never;
}[keyof AscentSettings];
type Display = Omit<NumberSetting, 'get' | 'set'>;

const plain = (key: NumberKey, display: Display): NumberSetting => ({
  ...display,
  get: (settings) => settings[key],
  set: (settings, value) => ({ ...settings, [key]: value }),
});

const percent = (key: NumberKey, display: Display): NumberSetting => ({
  ...display,
  get: (settings) => Math.round(settings[key] * 1e4) / 100,
  set: (settings, value) => ({ ...settings, [key]: value / 100 }),
});

const start = (key: 'centre' | 'spread', display: Display): NumberSetting => ({
  ...display,
  get: (settings) => settings.start[key],
  set: (settings, value) => ({ ...settings, start: { ...settings.start, [key]: value } }),
});

export const size = plain('size', {
  label: 'Size',
  unit: 'px',
  hint: 'Side of the square picture. Dense layers take the network’s own input size.',
  min: 32,
  max: ascentLimits.size,
  step: 1,
  whole: true,
});

export const seed = plain('seed', {
  label: 'Seed',
  hint: 'The same seed gives the same picture on the same device.',
  min: 0,
  max: ascentLimits.seed,
  step: 1,
  whole: true,
});

export const startCentre = start('centre', {
  label: 'Start value',
  hint: 'The noise that the ascent starts from lies around this value.',
  min: -1000,
  max: 1000,
  step: 1,
});

export const startSpread = start('spread', {
  label: 'Start spread',
  hint: 'Width of the uniform noise; for a spectrum its standard deviation.',
  min: 0,
  max: 1000,
  step: 0.05,
});

export const steps = plain('steps', {
  label: 'Steps',
  hint: 'Gradient steps for each filter.',
  min: 1,
  max: ascentLimits.steps,
  step: 1,
  whole: true,
});

export const rate = plain('rate', {
  label: 'Rate',
  hint: 'Length of a step, in the values that the ascent changes.',
  min: 0.001,
  max: 1000,
  step: 0.5,
});

/** Shown as its power of ten: plain digits would round it to nothing. */
export const epsilon: NumberSetting = {
  label: 'Epsilon (power of ten)',
  hint: 'Keeps the normalisation finite: floor of the L2 norm, or addend of the root mean square or of Adam’s denominator.',
  min: Math.log10(ascentLimits.leastEpsilon),
  max: 0,
  step: 1,
  get: (settings) => Math.round(Math.log10(settings.epsilon) * 100) / 100,
  set: (settings, value) => ({ ...settings, epsilon: 10 ** value }),
};

export const border = plain('border', {
  label: 'Border left out',
  unit: 'cells',
  hint: 'Cells at each edge of the activation map that do not count.',
  min: 0,
  max: 16,
  step: 1,
  whole: true,
});

export const redirect = plain('redirect', {
  label: 'Revive dead ReLUs',
  unit: 'steps',
  hint: 'During this many first steps, ReLUs that pass nothing get the redirected gradient.',
  min: 0,
  max: 2000,
  step: 1,
  whole: true,
  on: 16,
});

export const transforms: readonly NumberSetting[] = [
  plain('jitter', {
    label: 'Jitter',
    unit: 'px',
    hint: 'Random shift by at most this much.',
    min: 0,
    max: 64,
    step: 1,
    whole: true,
    on: 4,
  }),
  plain('rotation', {
    label: 'Rotation',
    unit: '°',
    hint: 'Random rotation by at most this much, either way.',
    min: 0,
    max: 180,
    step: 1,
    on: 5,
  }),
  percent('scale', {
    label: 'Scale',
    unit: '± %',
    hint: 'Random scaling by at most this much, either way.',
    min: 0,
    max: 50,
    step: 1,
    on: 10,
  }),
];

export const regularisers: readonly NumberSetting[] = [
  plain('blur', {
    label: 'Blur',
    unit: 'px',
    hint: 'Gaussian blur after each step: standard deviation at the first step, falling to 0 at the last.',
    min: 0,
    max: ascentLimits.blur,
    step: 0.1,
    on: 0.8,
  }),
  plain('totalVariation', {
    label: 'Total variation',
    hint: 'Weight of the total-variation gradient against the objective’s normalised gradient.',
    min: 0,
    max: 10,
    step: 0.05,
    on: 0.1,
  }),
  percent('decay', {
    label: 'Decay (L2)',
    unit: '%',
    hint: 'The image shrinks towards the start value by this much at each step.',
    min: 0,
    max: 50,
    step: 0.5,
    on: 1,
  }),
];

export const crop = plain('crop', {
  label: 'Crop',
  unit: 'px',
  hint: 'Pixels cut off at each edge for display.',
  min: 0,
  max: 128,
  step: 1,
  whole: true,
});
