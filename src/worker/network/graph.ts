/**
 * The one representation of a network, whatever its source: named nodes in topological order. Shapes are without the
 * batch dimension, channels last.
 */
import type { NetworkOutputs, Preprocessing } from '../../shared/network';
import type { Pointwise } from './pointwise';

export type Activation = 'linear' | 'relu' | 'relu6' | 'elu' | 'sigmoid' | 'tanh' | 'softmax';

/** Constant values of a node, row-major. */
export interface Weight {
  readonly shape: readonly number[];
  /** @throws FoveaError where the values are `stored` */
  readonly values: Float32Array;
  /**
   * Set where the values are too many to be held in memory: a dense layer's kernel is read block by block when needed.
   */
  readonly stored?: StoredValues;
}

/** Values that lie somewhere else: in a file, or in a seed. */
export interface StoredValues {
  /**
   * A run of them, row-major, in an array of its own.
   * @throws FoveaError when they cannot be read any longer; the signal's reason when aborted
   */
  read(signal: AbortSignal, start: number, count: number): Promise<Float32Array>;
}

export type Padding =
  | 'same'
  | 'valid'
  | { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

type Pair = readonly [number, number];

interface Base {
  /** Unique in its graph. */
  readonly name: string;
  /** Names of the nodes that feed this one; they come before it. */
  readonly inputs: readonly string[];
  /** Weights of the original file, before anything was folded. */
  readonly parameters: number;
  /** False for a node that a loader made and the original does not name. */
  readonly listed: boolean;
  /** What the original calls this kind of layer, where the node's own kind does not tell: `SeparableConv2D`. */
  readonly label?: string;
}

export interface InputNode extends Base {
  readonly kind: 'input';
  readonly shape: readonly [number, number, 3];
  /** True where the network itself has one channel: the node behind this one takes the mean of the three. */
  readonly grey?: boolean;
  /** True where the file says that it takes whole numbers. */
  readonly wholeNumbers?: boolean;
}
/** Cross-correlation, bias, activation. */
export interface Conv2dNode extends Base {
  readonly kind: 'conv2d';
  /** [height, width, channels in, channels out]. */
  readonly filter: Weight;
  /** [channels out]. */
  readonly bias: Weight | null;
  readonly strides: Pair;
  readonly dilations: Pair;
  readonly padding: Padding;
  readonly activation: Activation;
}
export interface DepthwiseConv2dNode extends Base {
  readonly kind: 'depthwiseConv2d';
  /** [height, width, channels in, multiplier]; output channel = channel in × multiplier + m. */
  readonly filter: Weight;
  readonly bias: Weight | null;
  readonly strides: Pair;
  readonly dilations: Pair;
  readonly padding: Padding;
  readonly activation: Activation;
}
export interface DenseNode extends Base {
  readonly kind: 'dense';
  /** [units in, units out]. */
  readonly kernel: Weight;
  readonly bias: Weight | null;
  readonly activation: Activation;
}
export interface PoolNode extends Base {
  readonly kind: 'maxPool' | 'averagePool';
  readonly size: Pair;
  readonly strides: Pair;
  readonly padding: 'same' | 'valid';
}
/** Mean or largest value over height and width. */
export interface GlobalPoolNode extends Base {
  readonly kind: 'globalAveragePool' | 'globalMaxPool';
  /** [1, 1, channels] in place of [channels]. */
  readonly keepDimensions?: boolean;
}
export interface AddNode extends Base {
  readonly kind: 'add';
  readonly activation: Activation;
}
/**
 * Cell by cell, from left to right; inputs of one rank, extents of 1 are stretched: [1, 1, channels] over a picture.
 */
export interface MergeNode extends Base {
  readonly kind: 'merge';
  readonly operation: 'add' | 'subtract' | 'multiply' | 'divide' | 'average' | 'maximum' | 'minimum';
}
export interface ConcatNode extends Base {
  readonly kind: 'concat';
  /** Without batch; the channels if absent. */
  readonly axis?: number;
}
export interface PadNode extends Base {
  readonly kind: 'pad';
  /** What is put around the picture; 0 if absent. */
  readonly value?: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}
/** Zeros below and right until the first input has the height and width of the second (dlib's odd residuals). */
export interface PadLikeNode extends Base {
  readonly kind: 'padLike';
}
/** Appends channels of zeros. */
export interface ChannelPadNode extends Base {
  readonly kind: 'channelPad';
  readonly channels: number;
}
/** One channel, kept as a dimension of size 1. */
export interface ChannelSliceNode extends Base {
  readonly kind: 'channelSlice';
  readonly channel: number;
}
/** Cuts cells off. */
export interface CropNode extends Base {
  readonly kind: 'crop';
  /** For each axis without batch, how many before and after what stays. */
  readonly cut: readonly Pair[];
}
/**
 * y = x × scale + offset, channel by channel or with any shape that stretches to x's: a batch normalisation at
 * inference.
 */
export interface AffineNode extends Base {
  readonly kind: 'affine';
  readonly scale: Weight;
  readonly offset: Weight;
  /** Absent where its file does not tell. */
  readonly trained?: TrainedStatistics;
}
/** What a layer's output looked like in training, channel by channel: a batch normalisation remembers it. */
export interface TrainedStatistics {
  readonly mean: Float32Array;
  /** Standard deviation. */
  readonly deviation: Float32Array;
}
export interface ActivationNode extends Base {
  readonly kind: 'activation';
  readonly activation: Activation;
}
/** A function of each value by itself, whose slope the output alone does not tell. */
export interface PointwiseNode extends Base {
  readonly kind: 'pointwise';
  readonly operation: Pointwise;
}
/** x where x > 0, x × slope elsewhere. */
export interface PreluNode extends Base {
  readonly kind: 'prelu';
  /** Of a shape that stretches to the input's. */
  readonly slope: Weight;
}
export interface FlattenNode extends Base {
  readonly kind: 'flatten';
}
/** The same values in another shape, row-major. */
export interface ReshapeNode extends Base {
  readonly kind: 'reshape';
  /** Without batch. */
  readonly shape: readonly number[];
}
export interface TransposeNode extends Base {
  readonly kind: 'transpose';
  /** The input's axes, without batch, in the output's order. */
  readonly order: readonly number[];
}
export interface ReduceNode extends Base {
  readonly kind: 'reduce';
  readonly operation: 'mean' | 'sum' | 'max';
  /** Without batch. */
  readonly axes: readonly number[];
  readonly keepDimensions: boolean;
}
/** A picture in another size, as TensorFlow's ResizeBilinear and ResizeNearestNeighbor define it. */
export interface ResizeNode extends Base {
  readonly kind: 'resize';
  readonly method: 'bilinear' | 'nearest';
  /** Height and width: so many cells, or so many times the input's. */
  readonly cells?: Pair;
  readonly factors?: Pair;
  readonly alignCorners: boolean;
  readonly halfPixelCenters: boolean;
}
/** Blocks of block × block channels laid out as cells, or the other way round: TensorFlow's order, NHWC. */
export interface SpaceNode extends Base {
  readonly kind: 'depthToSpace' | 'spaceToDepth';
  readonly block: number;
}

export type Node =
  | InputNode
  | Conv2dNode
  | DepthwiseConv2dNode
  | DenseNode
  | PoolNode
  | GlobalPoolNode
  | AddNode
  | MergeNode
  | ConcatNode
  | PadNode
  | PadLikeNode
  | ChannelPadNode
  | ChannelSliceNode
  | CropNode
  | AffineNode
  | ActivationNode
  | PointwiseNode
  | PreluNode
  | FlattenNode
  | ReshapeNode
  | TransposeNode
  | ReduceNode
  | ResizeNode
  | SpaceNode;

/** Nodes by name, in topological order; the first is the input. */
export type Graph = ReadonlyMap<string, Node>;

/** A graph with what its loader knew about it. */
export interface Network {
  readonly id: string;
  readonly name: string;
  readonly graph: Graph;
  readonly preprocessing: Preprocessing;
  readonly outputs: NetworkOutputs;
  /** Of the aligned face's surroundings: see `NetworkSpec`. */
  readonly margin: number;
  /** What of the files was left out, as a sentence: see `NetworkInfo`. */
  readonly notice?: string;
  /** SHA-256 of the files and the preprocessing, hexadecimal. */
  readonly hash: string;
}

/** The graph's input node. */
export function inputOf(graph: Graph): InputNode {
  const first = graph.values().next().value;
  if (first?.kind !== 'input') throw new RangeError('A graph begins with its input node.');
  return first;
}
