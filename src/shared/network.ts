/** What page and worker say to each other about a network: descriptions only, no weights. */

/**
 * network input = (pixel 0..255, in `order`, minus `mean`) × `scale`, channel by channel. In the order 'grey' each of
 * the three channels is the pixel's luma; a network with one input channel reads their mean.
 */
export interface Preprocessing {
  readonly order: 'rgb' | 'bgr' | 'grey';
  /** Three values in `order`, in pixel units 0..255; three times the same for grey. */
  readonly mean: readonly number[];
  readonly scale: number;
}

/** Where a network comes from and under which terms, as shown on the Networks bench. */
export interface Origin {
  readonly source: string;
  readonly licence: string;
  readonly citation: string;
}

/** Files from which a worker builds a network: addresses on the page's own origin, or what the user chose. */
export type NetworkSource =
  | {
      readonly format: 'face-api';
      /** A face-api manifest holds weights only: the architecture is ours to know. */
      readonly architecture: 'recognition' | 'expression' | 'detector' | 'landmarks';
      readonly manifest: string;
      readonly weights: readonly string[];
    }
  | { readonly format: 'graph-model'; readonly manifest: string; readonly weights: readonly string[] }
  | { readonly format: 'files'; readonly files: readonly File[] }
  /** VGG16 without top and with seeded random weights, for the bench: speed does not depend on their values. */
  | { readonly format: 'random-vgg16'; readonly seed: number };

/** Units that stand for classes. */
export interface ClassOutput {
  /** Short and unique in its network: 'expression', 'age', 'classes'. */
  readonly id: string;
  /** For a person: 'Expression'. */
  readonly title: string;
  /** The layer whose values are the logits, before any softmax or sigmoid. */
  readonly layer: string;
  /** How logits become probabilities; a sigmoid has one unit and two labels, the second for a high value. */
  readonly probability: 'softmax' | 'sigmoid';
  readonly labels: readonly string[];
}

/** What a network answers. */
export interface NetworkOutputs {
  /** The layer whose output tells people apart; null where there is none. */
  readonly embedding: string | null;
  /** Set where the network has no embedding of its own: the mean of each of this layer's filters stands in for one. */
  readonly pooled?: { readonly layer: string; readonly filters: number };
  readonly classes: readonly ClassOutput[];
  /**
   * Cosine distance of two embeddings beyond which faces count as unlike each other, measured as the docs tell; absent
   * where nobody has measured it: then nobody is called unknown.
   */
  readonly unknownDistance?: number;
}

/** A network that can be loaded: its identity and its files. */
export interface NetworkSpec {
  readonly id: string;
  readonly name: string;
  readonly source: NetworkSource;
  readonly preprocessing: Preprocessing;
  /** Somebody has said that preprocessing; absent: it was guessed. */
  readonly preprocessingGiven?: true;
  /** Absent: told from the graph. */
  readonly outputs?: NetworkOutputs;
  /** Names of the classes of its last layer, in that layer's order, where the graph tells its outputs. */
  readonly labels?: readonly string[];
  /** How much of the aligned face's surroundings the network gets: a share of the face square, at each side. */
  readonly margin?: number;
  readonly origin?: Origin;
  /** What its files hold, where that is known before they are read. */
  readonly stated?: Pick<NetworkInfo, 'input' | 'parameters'>;
}

export interface NetworkInfo {
  readonly id: string;
  readonly name: string;
  /** Height, width, channels of the input it was trained on. */
  readonly input: readonly [number, number, 3];
  readonly parameters: number;
  /** How many layers `layers(network)` lists. */
  readonly layers: number;
  readonly preprocessing: Preprocessing;
  readonly outputs: NetworkOutputs;
  readonly margin: number;
  /** SHA-256 of the weights, topology and preprocessing, hexadecimal: keys the cache. */
  readonly hash: string;
  /** What of the files was left out and why, as a sentence; absent where nothing was. */
  readonly notice?: string;
  /** True where its file says that it takes whole numbers, which only pixels as they are can be. */
  readonly wholeNumbers?: boolean;
}

export interface LayerInfo {
  readonly name: string;
  /** As in a Keras summary: Conv2D, DepthwiseConv2D, Dense, MaxPooling2D, Add, … */
  readonly kind: string;
  /** Without the batch dimension, at the network's own input size: [height, width, channels] or [units]. */
  readonly outputShape: readonly number[];
  readonly parameters: number;
  /** Output channels (or units) that an ascent can maximise; 0 where it makes no sense (input, flatten, softmax). */
  readonly filters: number;
}

export interface LoadedNetwork {
  readonly info: NetworkInfo;
  readonly layers: readonly LayerInfo[];
}

/** How weights are kept on the device: 32-bit floats as they came, halves, or one byte each over a tensor's range. */
export type WeightPrecision = 'f32' | 'f16' | 'u8';

/** What foreign files turned out to be, converted to model.json and one weights file. */
export interface ConvertedNetwork {
  /** model.json and the weights, on the disk where the browser lends one: a `files` source. */
  readonly files: readonly File[];
  /** For a person: 'Keras weights, VGG16 of VGGFace'. */
  readonly format: string;
  /** The family that the layers' names and shapes tell; null where they tell none. */
  readonly architecture: 'vgg16' | 'resnet50' | 'senet50' | null;
  /** Of the last layer, in its order, from a label file among the files; null without one. */
  readonly labels: readonly string[] | null;
  /** Which texts were chosen with it, but not taken for labels, and why: a sentence each. */
  readonly notices: readonly string[];
}
