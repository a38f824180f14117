import { FoveaError } from '../../../shared/errors';
import type { ForeignNetwork } from '../foreignNetwork';
import type { LayerWeights } from '../keras/layerWeights';
import { LayerReader } from './architecture';
import { resnets } from './resnet';
import { vggs } from './vgg';

const known = [...vggs, ...resnets];

/**
 * The network that weights without a description belong to, told by the layers' names and then by their shapes.
 * @throws FoveaError when no network is known by these names, or a layer's shape is another
 */
export function matchArchitecture(layers: readonly LayerWeights[]): ForeignNetwork {
  const names = new Set(layers.map(({ layer }) => layer));
  const architecture = known.find(({ fits }) => fits(names));
  if (architecture === undefined) {
    const some = [...names].slice(0, 4).join(', ');
    throw new FoveaError(
      `The file holds weights only, and no network is known that has its ${names.size} layers (${some || 'none'} …).`,
      `Save the whole model with model.save. Weights alone are known of ${known.map(({ title }) => title).join(', ')}.`,
    );
  }
  const { id, title, build } = architecture;
  const reader = new LayerReader(layers, title);
  const topology = build(reader);
  reader.end();
  return { format: `Keras weights, ${title}`, architecture: id, topology, weights: reader.weights };
}
