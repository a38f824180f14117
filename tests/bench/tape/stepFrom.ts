import * as tf from '@tensorflow/tfjs';
import { border, filter } from '../job';
import type { Forward } from './forward';

/** One step of the seed report's loop on a tape: image + 10 × gradient / its L2 norm, for an image [1, h, w, 3]. */
export function stepFrom(image: tf.Tensor4D, forward: Forward, layer: string): tf.Tensor4D {
  return tf.tidy(() => {
    const objective = (x: tf.Tensor): tf.Scalar => {
      const activation = forward(x as tf.Tensor4D, layer);
      const [, height, width] = activation.shape;
      return tf.mean(
        tf.slice(activation, [0, border, border, filter], [1, height - 2 * border, width - 2 * border, 1]),
      ) as tf.Scalar;
    };
    const gradient = tf.grad(objective)(image);
    return tf.add(image, tf.div(tf.mul(gradient, 10), tf.add(tf.norm(gradient), 1e-12))) as tf.Tensor4D;
  });
}
