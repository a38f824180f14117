import { methods } from '../../../../shared/methods';
import type { TriedMask } from '../../../state/maskResults';
import { networksStore } from '../../../state/networks';
import { methodTitle } from '../../../ui/methodTitle';

/** Network, method, and layer where the method has one: 'dlib ResNet-29, LayerCAM, conv256_2'. */
export function madeWith({ network, method, layer }: Pick<TriedMask, 'network' | 'method' | 'layer'>): string {
  const name = networksStore.getState().entries.get(network)?.spec.name ?? network;
  const layered = methods.find(({ id }) => id === method)?.layered === true;
  return [name, methodTitle(method), ...(layered ? [layer] : [])].join(', ');
}
