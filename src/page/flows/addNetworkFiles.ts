import type { LoadProgress } from '../../shared/calls/networkCalls';
import type { LoadedNetwork } from '../../shared/network';
import { networksStore } from '../state/networks';
import { notify } from '../state/notices';
import { selectionStore } from '../state/selection';
import { chooseNetwork } from './chooseNetwork';
import { loadNetwork } from './loadNetwork';
import { changeNetwork } from './networks/changeNetwork';
import { AlreadyHereError, type RegisterNetworkOptions, registerNetwork } from './registerNetwork';
import { shownSignal } from './shownPage';

/**
 * Adds the network in these files and shows it, or the same one that is here already, unless something else was
 * selected while they were read.
 * @returns its id
 * @throws FoveaError naming the cause; the signal's reason when aborted
 */
export async function addNetworkFiles(
  signal: AbortSignal,
  files: readonly File[],
  options: RegisterNetworkOptions,
  onProgress?: (progress: LoadProgress) => void,
): Promise<string> {
  const shown = shownSignal();
  const { info } = await registerNetwork(signal, files, { ...options, once: true }, onProgress).catch(hereAlready);
  if (shown.aborted && selectionStore.getState().network !== info.id)
    notify({ severity: 'info', message: `“${info.name}” is loaded: choose it in the list of networks.` });
  else await chooseNetwork(info.id);
  return info.id;
}

/** The same network is shown in its place, with the names that came this time. */
async function hereAlready(error: unknown): Promise<LoadedNetwork> {
  if (!(error instanceof AlreadyHereError)) throw error;
  const { id, labels, message } = error;
  notify({ severity: 'info', message });
  const { signal } = new AbortController();
  const before = networksStore.getState().entries.get(id)?.spec.labels;
  const same =
    labels === undefined || (before?.length === labels.length && before.every((name, i) => name === labels[i]));
  return same ? loadNetwork(signal, id) : changeNetwork(signal, id, { labels });
}
