import { createRandom, normal } from '../../../shared/random';
import type { Graph } from '../graph';
import { GraphBuilder } from './graphBuilder';

const plan = [
  ['conv1_1', 64],
  ['conv1_2', 64],
  ['pool1'],
  ['conv2_1', 128],
  ['conv2_2', 128],
  ['pool2'],
  ['conv3_1', 256],
  ['conv3_2', 256],
  ['conv3_3', 256],
  ['pool3'],
  ['conv4_1', 512],
  ['conv4_2', 512],
  ['conv4_3', 512],
  ['pool4'],
  ['conv5_1', 512],
  ['conv5_2', 512],
  ['conv5_3', 512],
  ['pool5'],
] as const;

/**
 * VGG16 without top (Simonyan and Zisserman, 2015), 14,714,688 parameters, with He-initialised random weights: for
 * measuring, since speed does not depend on their values.
 */
export function randomVgg16(seed: number): Graph {
  const random = createRandom(seed);
  const builder = new GraphBuilder();
  let last = builder.add({
    kind: 'input',
    name: 'input',
    inputs: [],
    shape: [224, 224, 3],
    parameters: 0,
    listed: true,
  });
  let channels = 3;
  for (const [name, filters] of plan) {
    if (filters === undefined) {
      last = builder.add({
        kind: 'maxPool',
        name,
        inputs: [last],
        size: [2, 2],
        strides: [2, 2],
        padding: 'valid',
        parameters: 0,
        listed: true,
      });
      continue;
    }
    const deviation = Math.sqrt(2 / (9 * channels));
    const values = Float32Array.from({ length: 9 * channels * filters }, () => normal(random) * deviation);
    last = builder.add({
      kind: 'conv2d',
      name,
      inputs: [last],
      filter: { shape: [3, 3, channels, filters], values },
      bias: { shape: [filters], values: new Float32Array(filters) },
      strides: [1, 1],
      dilations: [1, 1],
      padding: 'same',
      activation: 'relu',
      parameters: values.length + filters,
      listed: true,
    });
    channels = filters;
  }
  return builder.graph;
}
