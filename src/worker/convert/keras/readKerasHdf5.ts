import { FoveaError } from '../../../shared/errors';
import { matchArchitecture } from '../architectures/matchArchitecture';
import type { ForeignNetwork } from '../foreignNetwork';
import { openHdf5 } from '../hdf5/openHdf5';
import type { PlacedFile } from '../inFolder';
import { findInGroups } from './findInGroups';
import { readLayerGroups } from './readLayerGroups';
import { readModel } from './readModel';

/**
 * A Keras network in HDF5: a whole model of `model.save`, or the weights alone of a network that is known.
 * @throws FoveaError naming the layer that is wrong
 */
export async function readKerasHdf5(signal: AbortSignal, placed: PlacedFile): Promise<ForeignNetwork> {
  const file = await openHdf5(signal, placed);
  const attributes = file.attributes('/');
  if (attributes.includes('model_config')) {
    const [config = ''] = file.strings('/', 'model_config');
    const root = file.keys('/').includes('model_weights') ? '/model_weights' : '/';
    const [version = ''] = attributes.includes('keras_version') ? file.strings('/', 'keras_version') : [];
    const description = { config: parseConfig(placed.path, config), version };
    return readModel(description, findInGroups(readLayerGroups(file, root)));
  }
  if (attributes.some((name) => /^layer_names\d*$/.test(name))) return matchArchitecture(readLayerGroups(file, '/'));
  const keras3 = file.keys('/').some((key) => key === 'layers' || key === '_layer_checkpoint_dependencies');
  throw new FoveaError(
    `${placed.path} ${keras3 ? 'holds weights only, without the names of their layers' : 'is HDF5, but nothing that Keras wrote'}.`,
    'Save the whole model: model.save("network.keras").',
  );
}

/** @throws FoveaError if the configuration inside the file is no JSON */
function parseConfig(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const remedy = 'The file is damaged: download or export it again.';
    throw new FoveaError(`The description of the network in ${file} is no valid JSON.`, remedy, { cause });
  }
}
