import { zipSync } from 'fflate';
import { type Group, File as Hdf5File, ready } from 'h5wasm';
import { type Choice, layersOf } from '../../../scripts/weights/layersOf.mjs';
import { randomValues } from '../../../scripts/weights/randomValues.mjs';
import { writeKerasHdf5 } from '../../../scripts/weights/writeKerasHdf5.mjs';

let written = 0;

/** The bytes of an HDF5 file that `write` fills. */
export async function hdf5Bytes(write: (file: Hdf5File) => void): Promise<Uint8Array<ArrayBuffer>> {
  const { FS } = await ready;
  written += 1;
  const path = `/written-${written}.h5`;
  const file = new Hdf5File(path, 'w');
  try {
    write(file);
  } finally {
    file.close();
  }
  const bytes = (FS.readFile(path, { encoding: 'binary' }) as Uint8Array).slice();
  FS.unlink(path);
  return bytes as Uint8Array<ArrayBuffer>;
}

export interface WeightsChoice extends Choice {
  readonly seed?: number;
  /** Changes a weight's values before they are written. */
  readonly change?: (layer: string, weight: string, values: Float32Array) => void;
  readonly nameOf?: (layer: string, weight: string) => string;
}

/** A weights-only file as the public releases are laid out, with random weights. */
export async function weightsFile(network: string, choice: WeightsChoice): Promise<File> {
  const layers = layersOf[network]?.(choice) ?? [];
  let seed = choice.seed ?? 1;
  const bytes = await hdf5Bytes((file) =>
    writeKerasHdf5(
      file,
      '',
      layers,
      (weight, shape, layer) => {
        const values = randomValues(weight, shape, seed++);
        choice.change?.(layer, weight, values);
        return values;
      },
      choice.nameOf,
    ),
  );
  return new File([bytes], 'weights');
}

/** Layers of a model with their weights, as a file of Keras lists them. */
export type Layers = Parameters<typeof writeKerasHdf5>[2];
export type ValuesOf = Parameters<typeof writeKerasHdf5>[3];

/** A whole model as `model.save('….h5')` writes it. */
export async function wholeModelFile(config: unknown, layers: Layers, valuesOf: ValuesOf): Promise<File> {
  const bytes = await hdf5Bytes((file) => {
    file.create_attribute('model_config', JSON.stringify(config), [], 'A');
    file.create_group('model_weights');
    writeKerasHdf5(file, '/model_weights', layers, valuesOf);
  });
  return new File([bytes], 'model');
}

/** One weight of model.weights.h5: its path without `vars`, and its values in their order. */
export interface StoredLayer {
  readonly path: string;
  readonly weights: readonly { readonly shape: readonly number[]; readonly values: Float32Array }[];
}

/** A whole model as Keras 3's `model.save('….keras')` writes it. */
export async function kerasFile(config: unknown, layers: readonly StoredLayer[], level: 0 | 6 = 0): Promise<File> {
  const weights = await hdf5Bytes((file) => {
    for (const { path, weights } of layers) {
      const parts = [...path.split('/'), 'vars'];
      parts.forEach((part, i) => {
        const parent = i === 0 ? file : (file.get(parts.slice(0, i).join('/')) as Group);
        if (!parent.keys().includes(part)) parent.create_group(part);
      });
      for (const [i, { shape, values }] of weights.entries())
        file.create_dataset({ name: `${parts.join('/')}/${i}`, data: values, shape: [...shape], dtype: '<f' });
    }
  });
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const metadata = { keras_version: '3.8.0', date_saved: '2025-01-01@00:00:00' };
  const entries = { 'metadata.json': json(metadata), 'config.json': json(config), 'model.weights.h5': weights };
  return new File([zipSync(entries, { level }) as Uint8Array<ArrayBuffer>], 'model');
}
