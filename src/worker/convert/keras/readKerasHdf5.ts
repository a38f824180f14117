import { FoveaError } from '../../../shared/errors';
import { matchArchitecture } from '../architectures/matchArchitecture';
import type { ForeignNetwork } from '../foreignNetwork';
import { openHdf5 } from '../hdf5/openHdf5';
import type { PlacedFile } from '../inFolder';
import { readLayerGroups } from './readLayerGroups';

/**
 * A Keras network in HDF5: a whole model of `model.save`, or the weights alone of a network that is known.
 * @throws FoveaError naming the layer that is wrong
 */
export async function readKerasHdf5(signal: AbortSignal, placed: PlacedFile): Promise<ForeignNetwork> {
  const file = await openHdf5(signal, placed);
  const attributes = file.attributes('/');
  if (attributes.some((name) => /^layer_names\d*$/.test(name))) return matchArchitecture(readLayerGroups(file, '/'));
  throw new FoveaError(`${placed.path} is HDF5, but nothing that Keras wrote.`, 'Choose a file of model.save.');
}
