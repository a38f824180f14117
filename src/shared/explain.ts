/** Attribution: what a network's answer is explained by, in which way, and what comes back. */

export type CamMethod =
  | 'grad-cam'
  | 'grad-cam++'
  | 'hires-cam'
  | 'layer-cam'
  | 'x-grad-cam'
  | 'eigen-cam'
  | 'eigen-grad-cam'
  | 'score-cam';

/** Methods at the level of the input's pixels; they know no layer, but for guided Grad-CAM's. */
export type PixelMethod =
  | 'gradient'
  | 'smooth-grad'
  | 'integrated-gradients'
  | 'guided-backpropagation'
  | 'guided-grad-cam';

export type MethodId = CamMethod | PixelMethod;

/**
 * The softmax classifier on unit-length embeddings: logit_k = scale × (w_k · e / |e|) + b_k. One row of `weights` and
 * one bias a person.
 */
export interface IdentityHead {
  /** The network whose embeddings it was trained on, by id, and that network's hash. */
  readonly network: string;
  readonly hash: string;
  /** The layer that gives the embedding. */
  readonly layer: string;
  readonly names: readonly string[];
  /** [people, dimensions], row-major. */
  readonly weights: Float32Array<ArrayBuffer>;
  /** [people]. */
  readonly bias: Float32Array<ArrayBuffer>;
  readonly scale: number;
  /** Unit-length embeddings of the enrolled photos [photos, dimensions], for the distance to the nearest. */
  readonly references: Float32Array<ArrayBuffer>;
  /** Index into `names` of each reference. */
  readonly owners: readonly number[];
  /** A face whose cosine distance (1 − cos) to every reference is larger than this is unknown. */
  readonly unknownDistance: number;
}

/** The scalar that an attribution explains. */
export type Target =
  /**
   * A class's logit, before any softmax or sigmoid: `index` counts the labels of `layer`'s output. Behind a softmax it
   * is also the unit; behind a sigmoid unit u stands for the labels 2u and 2u + 1, with the logits −z and z.
   */
  | { readonly kind: 'class'; readonly layer: string; readonly index: number }
  /** A person's logit of the identity head. */
  | { readonly kind: 'identity'; readonly head: IdentityHead; readonly index: number }
  /** The cosine between the embedding, taken at `layer`, and another one. */
  | { readonly kind: 'similarity'; readonly layer: string; readonly reference: Float32Array<ArrayBuffer> };

export interface MethodSettings {
  /** SmoothGrad: noisy copies, and their noise's standard deviation as a share of the input's range. */
  readonly samples: number;
  readonly noise: number;
  /** Integrated gradients: steps of the path from black (pixel 0) to the picture. */
  readonly steps: number;
  /** Of SmoothGrad's noise. */
  readonly seed: number;
}

export const defaultMethodSettings: MethodSettings = { samples: 24, noise: 0.15, steps: 32, seed: 1 };

/** Raw values, row by row: at the layer's resolution for class activation maps, at the input's for pixel methods. */
export interface AttributionMap {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array<ArrayBuffer>;
  /** True where negative values mean something; false where a ReLU or a magnitude has made all values ≥ 0. */
  readonly signed: boolean;
}

export interface Explanation {
  readonly map: AttributionMap;
  /** The target's value for this input. */
  readonly score: number;
  /** Smallest and largest value before the method's ReLU, where it has one: says whether a zero map was negative. */
  readonly beforeRelu: readonly [number, number] | null;
  /** Integrated gradients: sum of the map, and what it ought to be, score(picture) − score(black). */
  readonly completeness: { readonly sum: number; readonly difference: number } | null;
  /** Score-CAM: its weights [channels], which took it a pass a channel. */
  readonly filterWeights?: Float32Array<ArrayBuffer>;
}

/** What the filters of a layer do for a method's map on one picture. */
export interface LayerEvidence {
  readonly layer: string;
  readonly method: CamMethod;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  /** Activations [height, width, channels]. */
  readonly activations: Float32Array<ArrayBuffer>;
  /** What each filter adds to the map at each cell [height, width, channels]: their sum is the map before its ReLU. */
  readonly terms: Float32Array<ArrayBuffer>;
}

/** One point of the weight-randomisation check: all layers from the top down to `layer` have random weights. */
export interface RandomisationStep {
  readonly layer: string;
  readonly map: AttributionMap;
  /** Spearman's rank correlation with the map of the trained network, −1..1; NaN when one of the two is constant. */
  readonly correlation: number;
}

/** The target's score while more and more of the picture is deleted (greyed) or inserted. */
export interface PerturbationCurve {
  readonly kind: 'deletion' | 'insertion';
  readonly order: 'map' | 'random';
  /** Share of the pixels changed, 0..1, rising. */
  readonly shares: readonly number[];
  /** Probability of the target (cosine for a similarity) at each share. */
  readonly scores: readonly number[];
  /** Area under the curve by the trapezoid rule. */
  readonly area: number;
}

/** One class or person with its logit and probability. */
export interface Score {
  readonly index: number;
  readonly label: string;
  readonly logit: number;
  readonly probability: number;
}

/** What a network says of one input. */
export interface Recognition {
  /** As the network gives it, not scaled; null where it has no embedding. */
  readonly embedding: Float32Array<ArrayBuffer> | null;
  /** One entry an output with classes, in the network's order; scores in the order of the classes. */
  readonly outputs: readonly { readonly output: string; readonly scores: readonly Score[] }[];
  readonly identity: {
    /** In the order of the head's names. */
    readonly scores: readonly Score[];
    /** Cosine distance to the nearest enrolled photo, and whose it is. */
    readonly nearest: { readonly index: number; readonly distance: number };
    /** Farther from everybody than the head's threshold. */
    readonly unknown: boolean;
  } | null;
}
