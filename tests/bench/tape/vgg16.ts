import * as tf from '@tensorflow/tfjs';
import type { Forward } from './forward';

/** Channels of the convolutions of the five blocks; each block but the first begins with a 2×2 pooling. */
const blocks = [
  [64, 64],
  [128, 128],
  [256, 256, 256],
  [512, 512, 512],
  [512, 512, 512],
];

interface Convolution {
  readonly name: string;
  readonly pooledBefore: boolean;
  readonly kernel: tf.Tensor4D;
  readonly bias: tf.Tensor1D;
}

function convolutions(): Convolution[] {
  let channels = 3;
  return blocks.flatMap((block, b) =>
    block.map((units, c) => {
      const deviation = Math.sqrt(2 / (9 * channels));
      const limit = deviation * Math.sqrt(3);
      const kernel = tf.randomUniform<tf.Rank.R4>([3, 3, channels, units], -limit, limit, 'float32', b * 8 + c);
      channels = units;
      return { name: `conv${b + 1}_${c + 1}`, pooledBefore: b > 0 && c === 0, kernel, bias: tf.zeros([units]) };
    }),
  );
}

/**
 * VGG16 without top (K. Simonyan, A. Zisserman, 2014) and with random weights: speed does not depend on their values.
 */
export function vgg16(): Forward {
  const layers = convolutions();
  return (input, layer) => {
    let x = input;
    for (const { name, pooledBefore, kernel, bias } of layers) {
      if (pooledBefore) x = tf.maxPool(x, 2, 2, 'valid');
      x = tf.relu(tf.add(tf.conv2d(x, kernel, 1, 'same'), bias));
      if (name === layer) return x;
    }
    throw new RangeError(`VGG16 has no convolution “${layer}”.`);
  };
}
