import { createRandom } from '../../../src/shared/random';

/** A Keras model in TensorFlow.js's format whose dense layer is too large to be held: conv, flatten, dense. */
export function largeDenseModel() {
  const [side, filters, units] = [20, 8, 1400];
  const random = createRandom(11);
  const uniform = (count: number) => Float32Array.from({ length: count }, () => (random() - 0.5) / 10);
  const [filter, bias] = [uniform(3 * 3 * 3 * filters), uniform(filters)];
  const values = uniform(side * side * filters * units);
  const manifest = [
    { name: 'conv/kernel', shape: [3, 3, 3, filters], dtype: 'float32' },
    { name: 'conv/bias', shape: [filters], dtype: 'float32' },
    { name: 'dense/kernel', shape: [side * side * filters, units], dtype: 'float32' },
  ];
  const input = { batch_input_shape: [null, side, side, 3] };
  const layers = [
    { class_name: 'Conv2D', config: { name: 'conv', ...input, filters, kernel_size: [3, 3], padding: 'same' } },
    { class_name: 'Flatten', config: { name: 'flatten' } },
    { class_name: 'Dense', config: { name: 'dense', units, use_bias: false } },
  ];
  const modelTopology = { class_name: 'Sequential', config: { layers } };
  const json = { modelTopology, weightsManifest: [{ paths: ['a.bin', 'b.bin'], weights: manifest }] };
  const bytes = new Blob([filter, bias, values]);
  // The seam lies within the dense layer's kernel, and within a value.
  const seam = 4_000_001;
  const files = [
    new File([JSON.stringify(json)], 'model.json'),
    new File([bytes.slice(0, seam)], 'a.bin'),
    new File([bytes.slice(seam)], 'b.bin'),
  ];
  return { files, side, units, values, kernelAt: 4 * (filter.length + bias.length) };
}
