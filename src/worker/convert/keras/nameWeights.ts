import { FoveaError } from '../../../shared/errors';
import type { ForeignWeight } from '../foreignNetwork';
import type { LayerWeights } from './layerWeights';

/**
 * A layer's weights under the names that the topology gives them. Keras itself goes by their order; so do we, unless
 * the file's own names say otherwise.
 * @param names canonical, in Keras's order
 * @throws FoveaError naming the layer that has more or fewer weights than its kind
 */
export function nameWeights(layer: string, names: readonly string[], { weights }: LayerWeights): ForeignWeight[] {
  if (weights.length !== names.length) {
    throw new FoveaError(
      `Layer ${layer} has ${weights.length} weights in the file where it needs ${names.length} (${names.join(', ')}).`,
      'The file belongs to another network, or is damaged: download or export it again.',
    );
  }
  const tails = weights.map(({ name }) => name.split('/').at(-1) ?? name);
  const byName = names.every((name) => tails.filter((tail) => tail === name).length === 1);
  return names.map((name, i) => {
    const weight = weights[byName ? tails.indexOf(name) : i] as (typeof weights)[number];
    return { name: `${layer}/${name}`, shape: weight.shape, chunks: weight.chunks };
  });
}
