import type { LayerWeights } from './layerWeights';
import type { FindWeights } from './readModel';

/**
 * Weights in the groups of Keras's HDF5 format: a layer's own by its name; those of a model inside the model lie
 * together in that one's group, each with its layer's name before its own.
 */
export const findInGroups =
  (groups: readonly LayerWeights[]): FindWeights =>
  () => {
    const byName = new Map(groups.map((group) => [group.layer, group]));
    return ({ path }) => {
      const [outer = '', ...inner] = path;
      const group = byName.get(outer) ?? null;
      const own = inner.at(-1);
      if (group === null || own === undefined) return group;
      const weights = group.weights.filter(({ name }) => name.split('/').at(-2) === own);
      return weights.length === 0 ? null : { layer: own, weights };
    };
  };
