import { FoveaError } from '../../../shared/errors';
import type { Hdf5File } from '../hdf5/hdf5File';
import type { LayerWeights } from './layerWeights';

/** Far more than any network has: each one costs a look into the file. */
const mostLayers = 5_000;
const mostWeights = 20_000;

/**
 * All layers with weights of a group that Keras wrote: `layer_names` names groups, whose `weight_names` name datasets.
 * @param root the group: the file's root, '/', of `save_weights`, `/model_weights` of `model.save`
 * @throws FoveaError naming the layer or weight that the file lists and does not hold
 */
export function readLayerGroups(file: Hdf5File, root: string): LayerWeights[] {
  const layers = readNames(file, root, 'layer_names', mostLayers);
  let count = 0;
  return layers.flatMap((layer) => {
    const group = `${root === '/' ? '' : root}/${layer}`;
    const names = readNames(file, group, 'weight_names', mostWeights);
    count += names.length;
    if (count > mostWeights) throw new FoveaError(`${file.name} lists more than ${mostWeights} weights.`, remedy);
    if (names.length === 0) return [];
    const weights = names.map((name) => ({ ...file.dataset(`${group}/${name}`), name: name.replace(/:\d+$/, '') }));
    return [{ layer, weights }];
  });
}

const remedy = 'Export the network again with Keras.';

/** A long list is spread over attributes that end in 0, 1, 2 …, since HDF5 keeps at most 64 KB in one. */
function readNames(file: Hdf5File, group: string, attribute: string, most: number): string[] {
  const present = new Set(file.attributes(group));
  if (present.has(attribute)) return checked(file, [...file.strings(group, attribute)], attribute, most);
  const names: string[] = [];
  for (let part = 0; present.has(`${attribute}${part}`) && names.length <= most; part++)
    names.push(...file.strings(group, `${attribute}${part}`));
  if (names.length === 0 && !present.has(`${attribute}0`))
    throw new FoveaError(`${file.name} does not say what ${group} holds (${attribute} is missing).`, remedy);
  return checked(file, names, attribute, most);
}

function checked(file: Hdf5File, names: string[], attribute: string, most: number): string[] {
  if (names.length > most) throw new FoveaError(`${file.name} lists more than ${most} ${attribute}.`, remedy);
  const wrong = names.find((name) => name === '' || name.length > 512 || name.startsWith('/') || name.includes('..'));
  if (wrong !== undefined)
    throw new FoveaError(`${file.name} has a name that Keras does not write: “${wrong}”.`, remedy);
  return names;
}
