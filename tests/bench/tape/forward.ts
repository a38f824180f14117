import type * as tf from '@tensorflow/tfjs';

/**
 * A network on plain tfjs operations: activations [1, height, width, channels] of a layer for an input [1, h, w, 3].
 */
export type Forward = (input: tf.Tensor4D, layer: string) => tf.Tensor4D;
