import type { AscentSettings, PresetId } from './ascent';

export interface Preset {
  readonly id: PresetId;
  readonly title: string;
  /** Where the algorithm and its numbers come from. */
  readonly source: string;
  readonly settings: AscentSettings;
}

const plain = {
  objective: 'channel',
  border: 2,
  jitter: 0,
  rotation: 0,
  scale: 0,
  blur: 0,
  totalVariation: 0,
  decay: 0,
  redirect: 16,
  epsilon: 1e-6,
  seed: 1,
  display: 'standardise',
  crop: 25,
} as const;

/** The presets, in the order in which they are offered. */
export const presets: readonly Preset[] = [
  {
    id: 'fovea',
    title: 'Fovea',
    source:
      'Tuned on the two networks that come along. Jitter and blur follow the layer: half a cell of its map, and a tenth.',
    settings: {
      ...plain,
      preset: 'fovea',
      size: 150,
      steps: 60,
      parameterisation: 'pixel',
      start: { centre: 128, spread: 128 },
      optimiser: 'rms',
      epsilon: 1e-12,
      rate: 4,
      jitter: 4,
      blur: 0.8,
      redirect: 60,
      crop: 10,
    },
  },
  {
    id: 'seed-report',
    title: 'Seed report',
    source: 'The notebook of the study that Fovea started from, to the letter.',
    settings: {
      ...plain,
      preset: 'seed-report',
      size: 180,
      steps: 30,
      parameterisation: 'network',
      start: { centre: 0, spread: 0.25 },
      optimiser: 'l2',
      rate: 10,
      redirect: 0,
    },
  },
  {
    id: 'keras',
    title: 'Keras example',
    source:
      'F. Chollet, “Visualizing what convnets learn”, keras.io, 2020: the same loop on an image in [−1, 1]. Reviving dead ReLUs is our addition.',
    settings: {
      ...plain,
      preset: 'keras',
      size: 180,
      steps: 30,
      parameterisation: 'signed',
      start: { centre: 0, spread: 0.25 },
      optimiser: 'l2',
      rate: 10,
    },
  },
  {
    id: 'chollet-2017',
    title: 'Chollet 2017',
    source:
      'F. Chollet, Deep Learning with Python, 1st edition, 2017, section 5.4.2. Reviving dead ReLUs is our addition.',
    settings: {
      ...plain,
      preset: 'chollet-2017',
      size: 150,
      steps: 40,
      parameterisation: 'pixel',
      start: { centre: 138, spread: 20 },
      optimiser: 'rms',
      epsilon: 1e-5,
      rate: 1,
      border: 0,
      crop: 0,
    },
  },
  {
    id: 'lucid',
    title: 'Lucid',
    source: 'C. Olah, A. Mordvintsev, L. Schubert, “Feature Visualization”, Distill, 2017, and the Lucid library.',
    settings: {
      ...plain,
      preset: 'lucid',
      size: 150,
      steps: 128,
      parameterisation: 'fourier',
      start: { centre: 0, spread: 0.01 },
      optimiser: 'adam',
      epsilon: 1e-8,
      rate: 0.05,
      border: 0,
      jitter: 8,
      rotation: 5,
      scale: 0.1,
      display: 'range',
      crop: 10,
    },
  },
];

/** The cell for which a preset's settings are written down: that of `conv64_3` of the default network, about. */
export const plainCell = 8;

/**
 * The settings of a preset for a layer. In the Fovea preset jitter and blur follow the layer's cell: what is random or
 * soft on the scale of the map's own grid hides nothing that the filter can see.
 * @param cell input pixels per cell of the layer's map, in one direction
 */
export function presetSettings(id: PresetId, cell: number = plainCell): AscentSettings {
  const preset = presets.find((candidate) => candidate.id === id);
  if (preset === undefined) throw new RangeError(`There is no preset “${id}”.`);
  if (id !== 'fovea') return preset.settings;
  const jitter = Math.min(16, Math.max(1, Math.round(cell / 2)));
  const blur = Math.min(1.5, Math.round(cell) / 10);
  return { ...preset.settings, jitter, blur };
}
