import { keptNetworksStore } from '../../state/keptNetworks';
import { networksStore } from '../../state/networks';

/** Names of the user's own networks that this device does not keep: a reload loses them. */
export function lostOnReload(): readonly string[] {
  const { kept } = keptNetworksStore.getState();
  return [...networksStore.getState().entries.values()]
    .filter(({ spec }) => spec.source.format === 'files' && !kept.has(spec.id))
    .map(({ spec }) => spec.name);
}
