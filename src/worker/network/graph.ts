/**
 * The one representation of a network, whatever its source: named nodes in topological order. Shapes are without the
 * batch dimension, channels last.
 */
import type { NetworkOutputs, Preprocessing } from '../../shared/network';

export type Activation = 'linear' | 'relu' | 'relu6' | 'elu' | 'sigmoid' | 'tanh' | 'softmax';

/** Constant values of a node, row-major. */
export interface Weight {
  readonly shape: readonly number[];
  readonly values: Float32Array;
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
}

export interface InputNode extends Base {
  readonly kind: 'input';
  readonly shape: readonly [number, number, 3];
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
export interface GlobalAveragePoolNode extends Base {
  readonly kind: 'globalAveragePool';
}
export interface AddNode extends Base {
  readonly kind: 'add';
  readonly activation: Activation;
}
export interface ConcatNode extends Base {
  /** Along the channels. */
  readonly kind: 'concat';
}
export interface PadNode extends Base {
  readonly kind: 'pad';
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
/** y = x × scale + offset, channel by channel: a batch normalisation at inference. */
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
export interface FlattenNode extends Base {
  readonly kind: 'flatten';
}

export type Node =
  | InputNode
  | Conv2dNode
  | DepthwiseConv2dNode
  | DenseNode
  | PoolNode
  | GlobalAveragePoolNode
  | AddNode
  | ConcatNode
  | PadNode
  | PadLikeNode
  | ChannelPadNode
  | ChannelSliceNode
  | AffineNode
  | ActivationNode
  | FlattenNode;

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
  /** SHA-256 of the files and the preprocessing, hexadecimal. */
  readonly hash: string;
}

/** The graph's input node. */
export function inputOf(graph: Graph): InputNode {
  const first = graph.values().next().value;
  if (first?.kind !== 'input') throw new RangeError('A graph begins with its input node.');
  return first;
}
