import { File as Hdf5File, ready } from 'h5wasm';
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
