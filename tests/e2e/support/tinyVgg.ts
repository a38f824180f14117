import { createRandom, normal } from '../../../src/shared/random';

export interface PickedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const classes = 3;

/**
 * A network of a few thousand parameters whose layers are named as VGGFace's, with random weights: what is told from
 * names and shapes can be tried on it in a moment. Input 64×64, two blocks, three classes.
 */
export function tinyVgg(name: string): PickedFile[] {
  const random = createRandom(11);
  const weights: { name: string; shape: number[]; dtype: 'float32' }[] = [];
  const values: number[] = [];
  const weight = (path: string, shape: number[], deviation: number) => {
    weights.push({ name: path, shape, dtype: 'float32' });
    const count = shape.reduce((product, extent) => product * extent, 1);
    for (let i = 0; i < count; i++) values.push(normal(random) * deviation);
  };
  const layer = (class_name: string, title: string, config: object, from: string | null) => ({
    class_name,
    name: title,
    config: { name: title, ...config },
    inbound_nodes: from === null ? [] : [[[from, 0, 0, {}]]],
  });
  const convolution = (title: string, channels: number, from: string) => {
    weight(`${title}/kernel`, [3, 3, channels, 4], Math.sqrt(2 / (9 * channels)));
    weight(`${title}/bias`, [4], 0);
    return layer('Conv2D', title, { kernel_size: [3, 3], padding: 'same', activation: 'relu' }, from);
  };
  const layers = [
    layer('InputLayer', 'input', { batch_input_shape: [null, 64, 64, 3] }, null),
    convolution('conv1_1', 3, 'input'),
    layer('MaxPooling2D', 'pool1', { pool_size: [2, 2] }, 'conv1_1'),
    convolution('conv5_3', 4, 'pool1'),
    layer('GlobalAveragePooling2D', 'gap', {}, 'conv5_3'),
    layer('Dense', 'fc8', { units: classes, activation: 'softmax' }, 'gap'),
  ];
  weight('fc8/kernel', [4, classes], 0.05);
  weight('fc8/bias', [classes], 0);
  const model = {
    modelTopology: { model_config: { class_name: 'Functional', config: { name, layers } } },
    weightsManifest: [{ paths: ['tiny.bin'], weights }],
  };
  const bytes = Buffer.from(Float32Array.from(values).buffer);
  return [
    { name: 'model.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(model)) },
    { name: 'tiny.bin', mimeType: 'application/octet-stream', buffer: bytes },
  ];
}
