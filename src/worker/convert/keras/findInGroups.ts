import type { LayerWeights } from './layerWeights';
import type { PlacedLayer } from './listLayers';
import { notInModel } from './notInModel';
import type { FindWeights } from './readModel';

/**
 * Weights in the groups of Keras's HDF5 format: a layer's own by its name; those of a model inside the model lie
 * together in that one's group, each with its layer's name before its own.
 */
export const findInGroups =
  (groups: readonly LayerWeights[]): FindWeights =>
  (_, all) => {
    refuseLeftovers(groups, all);
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

/** Keras lists layers only: an optimiser's weights, and a model's own, lie beside the list. */
function refuseLeftovers(groups: readonly LayerWeights[], all: readonly PlacedLayer[]): void {
  for (const { layer, weights } of groups) {
    const own = all.filter(({ path }) => path[0] === layer);
    if (own.length === 0) throw notInModel(layer);
    if (own.every(({ path }) => path.length === 1)) continue;
    const inside = new Set(own.map(({ path }) => path.at(-1)));
    const stray = weights.find(({ name }) => !inside.has(name.split('/').at(-2)));
    if (stray !== undefined) throw notInModel(`${layer}/${stray.name.split('/').at(-2) ?? stray.name}`);
  }
}
