import type { ConvertedNetwork } from '../../shared/network';
import type { Holder } from '../network/loaders/strayFile';
import type { QuantisedWeight } from './encodeWeight';
import type { KnownFile } from './gatherFiles';

/** One weight of a foreign network, still in its file. */
export interface ForeignWeight {
  /** As the topology names it, `layer/kernel`. */
  readonly name: string;
  readonly shape: readonly number[];
  /** Values in row-major order; a chunk is valid until the next one is asked for. May be asked for again. */
  readonly chunks: () => AsyncIterable<Float32Array>;
  /** The same values as its file has them, where that is in fewer bits. */
  readonly quantised?: QuantisedWeight;
}

/** A network as its files tell it, checked but not yet read: what goes through a `WeightSink`. */
export interface ForeignNetwork {
  /** For a person: 'Keras weights, VGG16 of VGGFace'. */
  readonly format: string;
  readonly architecture: ConvertedNetwork['architecture'];
  /** Keras 2 form as `checkKerasModel` takes it, or a TensorFlow graph as `checkTopology` does. */
  readonly topology: unknown;
  /** What a TensorFlow graph declares to give, as in model.json. */
  readonly signature?: unknown;
  readonly weights: readonly ForeignWeight[];
}

/** A network, and the files beside it that are no part of it. */
export interface FoundNetwork {
  readonly network: ForeignNetwork;
  readonly holder: Holder;
  readonly rest: readonly KnownFile[];
}

/** Number of values. */
export const countOf = (shape: readonly number[]): number => shape.reduce((product, extent) => product * extent, 1);
