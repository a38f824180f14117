import { ownEntry } from '../../network/loaders/ownEntry';

type Config = Readonly<Record<string, unknown>>;
const unless = (config: Config, flag: string, name: string) => (config[flag] === false ? [] : [name]);

/** Kinds of layer → their weights' names in TensorFlow.js, in the order in which every version of Keras writes them. */
const table: Readonly<Record<string, (config: Config) => readonly string[]>> = {
  Conv2D: (config) => ['kernel', ...unless(config, 'use_bias', 'bias')],
  Conv2DTranspose: (config) => ['kernel', ...unless(config, 'use_bias', 'bias')],
  DepthwiseConv2D: (config) => ['depthwise_kernel', ...unless(config, 'use_bias', 'bias')],
  SeparableConv2D: (config) => ['depthwise_kernel', 'pointwise_kernel', ...unless(config, 'use_bias', 'bias')],
  Dense: (config) => ['kernel', ...unless(config, 'use_bias', 'bias')],
  BatchNormalization: (config) => [
    ...unless(config, 'scale', 'gamma'),
    ...unless(config, 'center', 'beta'),
    'moving_mean',
    'moving_variance',
  ],
  LayerNormalization: (config) => [...unless(config, 'scale', 'gamma'), ...unless(config, 'center', 'beta')],
  Normalization: () => ['mean', 'variance', 'count'],
  PReLU: () => ['alpha'],
};

/** The names under which the loaders look for a layer's weights, in Keras's order; null for a kind without known weights. */
export function canonicalNames(kind: string, config: Config): readonly string[] | null {
  return ownEntry(table, kind)?.(config) ?? null;
}
