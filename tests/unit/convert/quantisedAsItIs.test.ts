/**
 * A TensorFlow.js model that is quantised already, converted because a label file or a zip came along: its bytes stay.
 */
import { expect, test } from 'vitest';
import { convertFiles } from '../../../src/worker/convert/convertFiles';
import { createSink } from '../../../src/worker/convert/createSink';
import { encoders } from '../../../src/worker/convert/encoders';
import { placed } from '../../../src/worker/convert/inFolder';
import { memoryTarget } from '../../../src/worker/convert/memoryTarget';

const signal = new AbortController().signal;

const layers = [
  { class_name: 'InputLayer', config: { name: 'in', batch_input_shape: [null, 1, 2, 3] } },
  { class_name: 'Flatten', config: { name: 'flat' } },
  { class_name: 'Dense', config: { name: 'dense', units: 2, activation: 'softmax', use_bias: true } },
];

/** A kernel in this quantisation and a bias in 32 bits, with names for the two classes. */
function files(dtype: string, codes: Uint8Array<ArrayBuffer>, more: object = {}) {
  const weights = [
    { name: 'dense/kernel', shape: [6, 2], dtype: 'float32', quantization: { dtype, ...more } },
    { name: 'dense/bias', shape: [2], dtype: 'float32' },
  ];
  const modelTopology = { class_name: 'Sequential', config: { name: 'small', layers } };
  const model = JSON.stringify({ modelTopology, weightsManifest: [{ paths: ['w.bin'], weights }] });
  return [
    new File([model], 'model.json'),
    new File([codes, Float32Array.of(0.25, -3)], 'w.bin'),
    new File(['Ada\nGrace\n'], 'names.txt'),
  ];
}

const convert = async (given: readonly File[], precision: 'f32' | 'u8' = 'f32') => {
  const sink = createSink(encoders[precision], memoryTarget());
  const { files: made, labels } = await convertFiles(
    signal,
    given.map((file) => placed(file)),
    sink,
    () => undefined,
  );
  const [json, shard] = made as [File, File];
  const { weightsManifest } = JSON.parse(await json.text());
  return { labels, entries: weightsManifest[0].weights, bytes: new Uint8Array(await shard.arrayBuffer()) };
};

const halves = Uint16Array.from({ length: 12 }, (_, i) => 0x3c00 + i);
const formats = [
  ['uint8', Uint8Array.from({ length: 12 }, (_, i) => i * 20), { scale: 0.01, min: -1 }],
  ['uint16', new Uint8Array(Uint16Array.from({ length: 12 }, (_, i) => i * 5000).buffer), { scale: 0.001, min: -2 }],
  ['float16', new Uint8Array(halves.buffer), {}],
] as const;

test.each(formats)('%s stays what it is, byte for byte, and the names are found', async (dtype, codes, more) => {
  const given = files(dtype, codes, more);
  const { labels, entries, bytes } = await convert(given);
  expect(labels).toEqual(['Ada', 'Grace']);
  expect(entries[0]).toMatchObject({ shape: [6, 2], dtype: 'float32', quantization: { dtype, ...more } });
  expect(entries[1]).toMatchObject({ shape: [2], dtype: 'float32' });
  expect(entries[1].quantization).toBeUndefined();
  expect(bytes).toEqual(new Uint8Array(await (given[1] as File).arrayBuffer()));
});

test('asked for a lower precision, it is written anew', async () => {
  const { entries } = await convert(files('float16', new Uint8Array(halves.buffer)), 'u8');
  expect(entries[0].quantization.dtype).toBe('uint8');
});

test('a half that is no number is refused by name, though its bytes would be kept', async () => {
  const codes = Uint16Array.from({ length: 12 }, (_, i) => (i === 7 ? 0x7e00 : 0x3c00));
  await expect(convert(files('float16', new Uint8Array(codes.buffer)))).rejects.toMatchObject({
    message: expect.stringContaining('dense/kernel'),
  });
});
