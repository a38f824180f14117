import type { LoadProgress } from '../../shared/calls/networkCalls';
import { FoveaError, toSentError } from '../../shared/errors';
import type { LoadedNetwork } from '../../shared/network';
import { engine } from '../engine/instance';
import type { LostNetwork } from '../engine/types';
import { type NetworkEntry, networksStore } from '../state/networks';

/**
 * Loads a network that the page knows and keeps its entry in the store up to date.
 * @throws FoveaError when the id is unknown or the network cannot be read; the signal's reason when aborted
 */
export async function loadNetwork(
  signal: AbortSignal,
  id: string,
  onProgress?: (progress: LoadProgress) => void,
): Promise<LoadedNetwork> {
  const entry = networksStore.getState().entries.get(id);
  if (entry === undefined)
    throw new FoveaError(`There is no network “${id}” here.`, 'Choose one of the list, or add its files.');
  if (entry.loaded !== null) return entry.loaded;
  change(id, { error: null });
  try {
    const loaded = await engine().loadNetwork(signal, entry.spec, (progress) => {
      change(id, { progress });
      onProgress?.(progress);
    });
    change(id, { loaded, progress: null });
    return loaded;
  } catch (error) {
    const { message, remedy } = toSentError(error);
    change(id, signal.aborted ? { progress: null } : { progress: null, error: { message, remedy } });
    throw error;
  }
}

/** A network is gone from the workers: the next try loads it anew. */
export function forgetLoaded({ network, error }: LostNetwork): void {
  const { message, remedy } = toSentError(error);
  change(network, { loaded: null, progress: null, error: { message, remedy } });
}

function change(id: string, part: Partial<NetworkEntry>): void {
  networksStore.setState(({ entries }) => {
    const entry = entries.get(id);
    return entry === undefined ? {} : { entries: new Map(entries).set(id, { ...entry, ...part }) };
  });
}
