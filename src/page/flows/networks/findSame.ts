import type { NetworkSpec } from '../../../shared/network';
import { keptNetworksStore } from '../../state/keptNetworks';
import { networksStore } from '../../state/networks';

/**
 * The listed network of the user's own with the same weights and preprocessing.
 * @param hash `NetworkInfo.hash`
 * @param others networks that are not meant, by id
 */
export function findSame(hash: string, others: readonly string[]): NetworkSpec | undefined {
  const { kept } = keptNetworksStore.getState();
  return [...networksStore.getState().entries.values()].find(({ spec, loaded }) => {
    const other = loaded?.info.hash ?? kept.get(spec.id)?.hash;
    return !others.includes(spec.id) && spec.source.format === 'files' && other === hash;
  })?.spec;
}
