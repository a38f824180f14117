/** Activation maximisation: its settings, its state between two slices of work, and its frames. */

export type PresetId = 'seed-report' | 'keras' | 'chollet-2017' | 'fovea' | 'lucid';

/**
 * The values that the ascent changes:
 * `network` network-input values; `signed` an image in [−1, 1]; `pixel` an image in 0..255 (all [size, size, 3], HWC,
 * RGB except `network`, which has the network's own order); `fourier` a spectrum with decorrelated colours.
 */
export type Parameterisation = 'network' | 'signed' | 'pixel' | 'fourier';

/**
 * `channel`: mean activation of the filter without a border; `neuron`: its activation in the middle of the map,
 * told of the image as it stands where random transforms move it;
 * `layer`: mean of the squared activations of all filters (DeepDream). On a dense layer the first two are the unit's
 * value before its softmax or sigmoid: an output logit.
 */
export type ObjectiveKind = 'channel' | 'neuron' | 'layer';

export interface AscentSettings {
  readonly preset: PresetId;
  readonly objective: ObjectiveKind;
  /** Side of the square image in pixels. Dense layers take the network's own input size instead. */
  readonly size: number;
  readonly steps: number;
  readonly parameterisation: Parameterisation;
  /**
   * Start values: centre + spread × (u − 0.5), u uniform in [0, 1); for `fourier` the spread is a standard deviation.
   */
  readonly start: { readonly centre: number; readonly spread: number };
  /** How the gradient becomes a step: divided by its L2 norm, by its root mean square, or Adam. */
  readonly optimiser: 'l2' | 'rms' | 'adam';
  /**
   * Keeps the normalisation finite: floor of the L2 norm, or addend of the root mean square or of Adam's denominator.
   */
  readonly epsilon: number;
  /** Step size, in the parameterisation's values. */
  readonly rate: number;
  /** Cells of the activation map left out at each edge of the objective. */
  readonly border: number;
  /** Random shift by at most this many pixels, anew at each step. */
  readonly jitter: number;
  /** Random rotation by at most this many degrees, anew at each step. */
  readonly rotation: number;
  /** Random scaling by 1 ± at most this fraction, anew at each step. */
  readonly scale: number;
  /**
   * Gaussian blur of the image after each step: standard deviation in pixels at the first step, falling to 0 at the
   * last.
   */
  readonly blur: number;
  /** Weight of the total-variation gradient against the objective's normalised gradient. */
  readonly totalVariation: number;
  /** Fraction by which the image shrinks towards the start's centre at each step. */
  readonly decay: number;
  /** Dead ReLUs get the redirected gradient during this many first steps (Lucid: 16); 0 switches it off. */
  readonly redirect: number;
  readonly seed: number;
  /**
   * `standardise`: zero mean, standard deviation 0.15, plus 0.5, clipped to [0, 1]; `range`: pixel values as they are.
   */
  readonly display: 'standardise' | 'range';
  /** Pixels cut off at each edge for display. */
  readonly crop: number;
}

/** All that an ascent needs to go on elsewhere: after a pause, in another worker, on another day. */
export interface AscentState {
  /** Steps done. */
  readonly step: number;
  /** The parameters, in their parameterisation: HWC pixels, or the spectrum. */
  readonly parameters: Float32Array<ArrayBuffer>;
  /** Adam's first and second moments, one after the other; empty otherwise. */
  readonly moments: Float32Array<ArrayBuffer>;
  /** True once an objective other than 0 was seen; until then the filter is dead from its start. */
  readonly alive: boolean;
}

/** A picture to paint: RGBA, 8 bits, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** What an ascent streams: the objective of every step since the last frame and the picture after the last of them. */
export interface AscentFrame {
  readonly filter: number;
  /** Steps done, from 1. */
  readonly step: number;
  /** Objectives of the images before steps `step − objectives.length + 1` … `step`. */
  readonly objectives: readonly number[];
  readonly picture: Picture;
  /** True while every objective so far was exactly 0: the filter is dead from this start. */
  readonly dead: boolean;
}
