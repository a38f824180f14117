import type { KeptNetwork } from '../../../shared/keptNetwork';
import { keptNetworksStore } from '../../state/keptNetworks';

/**
 * The networks that this device keeps, by the id that they have on this page, the oldest first. A component subscribes to
 * `keptNetworksStore` in place of asking.
 */
export const listKept = (): ReadonlyMap<string, KeptNetwork> => keptNetworksStore.getState().kept;
