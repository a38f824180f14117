import { ownEntry } from '../../network/loaders/ownEntry';

type Config = Readonly<Record<string, unknown>>;
const unless = (config: Config, flag: string, name: string) => (config[flag] === false ? [] : [name]);

const convolution = (config: Config) => ['kernel', ...unless(config, 'use_bias', 'bias')];
const separable = (config: Config) => ['depthwise_kernel', 'pointwise_kernel', ...unless(config, 'use_bias', 'bias')];

/** Kinds of layer → their weights' names in TensorFlow.js, in the order in which every version of Keras writes them. */
const table: Readonly<Record<string, (config: Config) => readonly string[]>> = {
  Conv2D: convolution,
  Convolution2D: convolution,
  Conv2DTranspose: convolution,
  DepthwiseConv2D: (config) => ['depthwise_kernel', ...unless(config, 'use_bias', 'bias')],
  SeparableConv2D: separable,
  SeparableConvolution2D: separable,
  Dense: (config) => ['kernel', ...unless(config, 'use_bias', 'bias')],
  BatchNormalization: (config) => [
    ...unless(config, 'scale', 'gamma'),
    ...unless(config, 'center', 'beta'),
    'moving_mean',
    'moving_variance',
  ],
  LayerNormalization: (config) => [...unless(config, 'scale', 'gamma'), ...unless(config, 'center', 'beta')],
  // One that was given its numbers has learned none.
  Normalization: ({ mean }) => (mean === undefined || mean === null ? ['mean', 'variance', 'count'] : []),
  PReLU: () => ['alpha'],
};

/** The names under which the loaders look for a layer's weights, in Keras's order; none for a kind without any. */
export function canonicalNames(kind: string, config: Config): readonly string[] {
  return ownEntry(table, kind)?.(config) ?? [];
}
