/** @typedef {import('h5wasm').File} Hdf5File */
/** @typedef {import('./layersOf.mjs').Layer} Layer */

/** Bytes that HDF5 keeps in one attribute. */
const mostAttributeBytes = 64512;

/**
 * Writes layers as `save_weights` of Keras 2 does: a group a layer, lists of names as texts of fixed length.
 * @param {Hdf5File} file
 * @param {string} root '' for weights only, '/model_weights' for a whole model; the group exists
 * @param {readonly Layer[]} layers
 * @param {(weight: string, shape: readonly number[], layer: string) => Float32Array<ArrayBuffer>} valuesOf
 * @param {(layer: string, weight: string) => string} [nameOf] the weight's name in the file
 */
export function writeKerasHdf5(file, root, layers, valuesOf, nameOf = (layer, weight) => `${layer}/${weight}:0`) {
  const top = groupAt(file, root);
  writeNames(
    top,
    'layer_names',
    layers.map(({ name }) => name),
  );
  top.create_attribute('backend', 'tensorflow', [], 'A10');
  top.create_attribute('keras_version', '2.2.4', [], 'A5');
  for (const { name, weights } of layers) {
    makeGroups(file, `${root}/${name}`);
    const names = weights.map(([weight]) => nameOf(name, weight));
    writeNames(groupAt(file, `${root}/${name}`), 'weight_names', names);
    for (const [i, [weight, shape]] of weights.entries()) {
      const path = `${root}/${name}/${names[i]}`;
      makeGroups(file, path.split('/').slice(0, -1).join('/'));
      const data = valuesOf(weight, shape, name);
      file.create_dataset({ name: path.slice(1), data, shape: [...shape], dtype: '<f' });
    }
  }
}

/** @param {Hdf5File} file @param {string} path */
function groupAt(file, path) {
  return /** @type {import('h5wasm').Group} */ (path === '' ? file : file.get(path));
}

/** @param {Hdf5File} file @param {string} path every group on its way */
function makeGroups(file, path) {
  const parts = path.split('/').filter((part) => part !== '');
  let group = /** @type {import('h5wasm').Group} */ (file);
  for (const part of parts) {
    if (!group.keys().includes(part)) group.create_group(part);
    group = /** @type {import('h5wasm').Group} */ (group.get(part));
  }
}

/** @param {import('h5wasm').Group} group @param {string} attribute @param {readonly string[]} names */
export function writeNames(group, attribute, names) {
  // h5py makes an empty list of names an empty list of numbers.
  if (names.length === 0) return group.create_attribute(attribute, new Float64Array(0), [0], '<d');
  const length = Math.max(...names.map((name) => new TextEncoder().encode(name).length));
  const perPart = Math.floor(mostAttributeBytes / length);
  if (names.length <= perPart) return group.create_attribute(attribute, [...names], [names.length], `A${length}`);
  for (let part = 0; part * perPart < names.length; part++) {
    const some = names.slice(part * perPart, (part + 1) * perPart);
    group.create_attribute(`${attribute}${part}`, some, [some.length], `A${length}`);
  }
}
