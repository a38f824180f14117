import type { Hdf5Dataset } from '../hdf5/hdf5File';

/** A layer's weights as its file lists them. */
export interface LayerWeights {
  /** The layer's name in the file. */
  readonly layer: string;
  /** In Keras's order, which is what counts: names have changed between its versions. */
  readonly weights: readonly NamedDataset[];
}

export interface NamedDataset extends Hdf5Dataset {
  /** As the file says, without the `:0` of TensorFlow: `conv1_1/kernel`, or `conv1_1_W_1`. */
  readonly name: string;
}
