/** Weights that are not in their file: a dataset of HDF5 may claim any size and take no byte. */
import type { Dataset } from 'h5wasm';
import { expect, test } from 'vitest';
import { writeKerasHdf5 } from '../../../scripts/weights/writeKerasHdf5.mjs';
import { checkWeightBytes } from '../../../src/worker/convert/checkWeightBytes';
import { convert } from '../support/converted';
import { goldenModel } from '../support/goldenModel';
import { hdf5Bytes } from '../support/kerasFiles';

/** The golden network, whose last kernel claims more rows than were written. */
async function claiming(rows: number): Promise<File> {
  const { config, layers, valuesOf } = await goldenModel(7);
  const kernel = 'model_weights/predictions/predictions/kernel:0';
  const bytes = await hdf5Bytes((file) => {
    file.create_attribute('model_config', JSON.stringify(config), [], 'A');
    file.create_group('model_weights');
    const create = file.create_dataset.bind(file);
    // Only a dataset in chunks grows.
    file.create_dataset = (dataset) =>
      create(dataset.name === kernel ? { ...dataset, maxshape: [null, 6], chunks: [32, 6] } : dataset);
    writeKerasHdf5(file, '/model_weights', layers, valuesOf);
    (file.get(kernel) as Dataset).resize([rows, 6]);
  });
  return new File([bytes], 'model.h5');
}

test('a few KB that claim terabytes are refused by name before a byte is written', async () => {
  const file = await claiming(2 ** 38);
  expect(file.size).toBeLessThan(2 ** 20);
  await expect(convert(file)).rejects.toThrow(
    /take [\d,]+ MB as 32-bit floats, more than 2 GB: predictions\/kernel alone/,
  );
});

test('less than 2 GB, but far more than such a file holds, is refused too', async () => {
  const file = await claiming(2 ** 24);
  await expect(convert(file)).rejects.toThrow(/times the size of their file: predictions\/kernel alone/);
});

test('what a file may hold is taken: as many bytes as it has, a hundred times as many, and small networks of zeros', () => {
  const weight = (count: number) => ({ name: 'w', shape: [count], chunks: () => (async function* () {})() });
  const mebi = 2 ** 20;
  for (const [count, bytes] of [
    [16 * mebi, 64 * mebi],
    [16 * mebi, 1000],
    [400 * mebi, 16 * mebi],
  ] as const)
    expect(() => checkWeightBytes([weight(1), weight(count - 1)], bytes)).not.toThrow();
  expect(() => checkWeightBytes([weight(1), weight(17 * mebi)], 1000)).toThrow('w alone');
  expect(() => checkWeightBytes([weight(2 ** 29)], 2 ** 31)).toThrow('more than 2 GB');
});
