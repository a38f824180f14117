import * as v from 'valibot';
import type { ForeignNetwork } from '../foreignNetwork';
import { openHdf5 } from '../hdf5/openHdf5';
import type { PlacedFile } from '../inFolder';
import { readJson } from '../readJson';
import { findInStore } from './findInStore';
import { readModel } from './readModel';

/** The files of a .keras archive that say what the network is. */
export interface KerasArchive {
  readonly config: PlacedFile;
  readonly weights: PlacedFile;
  readonly metadata: PlacedFile | null;
}

const metadataSchema = v.object({ keras_version: v.string() });

/**
 * A network that Keras 3 (or 2.12 and later) saved as a .keras file.
 * @throws FoveaError naming the layer that is wrong
 */
export async function readKerasZip(
  signal: AbortSignal,
  { config, weights, metadata }: KerasArchive,
): Promise<ForeignNetwork> {
  const description = await readJson(signal, config);
  const parsed = v.safeParse(metadataSchema, metadata === null ? null : await readJson(signal, metadata));
  const version = parsed.success ? parsed.output.keras_version : '3.0.0';
  const file = await openHdf5(signal, weights);
  return readModel({ config: description, version }, findInStore(file));
}
