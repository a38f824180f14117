import type { NetworkSpec } from '../../../shared/network';
import { keptNetworksStore } from '../../state/keptNetworks';
import { networksStore } from '../../state/networks';

/**
 * The listed network of the user's own with the same weights and preprocessing.
 * @param hash `NetworkInfo.hash`
 * @param id the network that has it, not to be found itself; absent: it is not listed
 */
export function findSame(hash: string, id?: string): NetworkSpec | undefined {
  const { kept } = keptNetworksStore.getState();
  return [...networksStore.getState().entries.values()].find(({ spec, loaded }) => {
    const other = loaded?.info.hash ?? kept.get(spec.id)?.hash;
    return spec.id !== id && spec.source.format === 'files' && other === hash;
  })?.spec;
}
