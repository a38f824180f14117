import * as tf from '@tensorflow/tfjs';
import weightsUrl from '@vladmandic/face-api/model/face_recognition_model.bin?url';
import manifestUrl from '@vladmandic/face-api/model/face_recognition_model-weights_manifest.json?url';
import type { Forward } from './forward';

/** The blocks of dlib's ResNet-29 after its first convolution and pooling, in order. */
const blocks = [
  'conv32_1',
  'conv32_2',
  'conv32_3',
  'conv64_down',
  'conv64_1',
  'conv64_2',
  'conv64_3',
  'conv128_down',
  'conv128_1',
  'conv128_2',
  'conv256_down',
  'conv256_1',
  'conv256_2',
  'conv256_down_out',
];

type Weights = tf.NamedTensorMap;

async function readWeights(): Promise<Weights> {
  const manifest = (await (await fetch(manifestUrl)).json()) as { weights: tf.io.WeightsManifestEntry[] }[];
  const buffer = await (await fetch(weightsUrl)).arrayBuffer();
  return tf.io.decodeWeights(
    buffer,
    manifest.flatMap((group) => group.weights),
  );
}

/** Convolution, then dlib's scale layer, unfolded: what a tape over the package's own forward pass differentiates. */
function convolve(weights: Weights, name: string, x: tf.Tensor4D, stride: number, pad: 'same' | 'valid'): tf.Tensor4D {
  const get = (part: string): tf.Tensor => {
    const found = weights[`${name}/${part}`];
    if (found === undefined) throw new RangeError(`The weights have no ${name}/${part}.`);
    return found;
  };
  const convolved = tf.add(tf.conv2d(x, get('conv/filters') as tf.Tensor4D, stride, pad), get('conv/bias'));
  return tf.add(tf.mul(convolved, get('scale/weights')), get('scale/biases'));
}

/** Two convolutions beside the identity; `_down` halves the size and may double the channels, filled up with zeros. */
function residual(weights: Weights, name: string, x: tf.Tensor4D): tf.Tensor4D {
  const down = name.includes('_down');
  const first = tf.relu(convolve(weights, `${name}/conv1`, x, down ? 2 : 1, down ? 'valid' : 'same'));
  const second = convolve(weights, `${name}/conv2`, first, 1, 'same');
  const trunk = down ? tf.avgPool(x, 2, 2, 'valid') : x;
  const [, height, width, channels] = trunk.shape;
  const rows = height - second.shape[1];
  const columns = width - second.shape[2];
  const branch = tf.pad(second, [
    [0, 0],
    [0, rows],
    [0, columns],
    [0, 0],
  ]);
  const filled = tf.pad(trunk, [
    [0, 0],
    [0, 0],
    [0, 0],
    [0, second.shape[3] - channels],
  ]);
  return tf.relu(tf.add(filled, branch));
}

/** dlib's ResNet-29 with the weights that come along, up to the output of a block. */
export async function dlibResnet(): Promise<Forward> {
  const weights = await readWeights();
  return (input, layer) => {
    let x = tf.maxPool(tf.relu(convolve(weights, 'conv32_down', input, 2, 'valid')), 3, 2, 'valid');
    for (const block of blocks) {
      x = residual(weights, block, x);
      if (block === layer) return x;
    }
    throw new RangeError(`dlib's ResNet has no block “${layer}”.`);
  };
}
