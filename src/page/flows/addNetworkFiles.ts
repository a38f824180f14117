import type { LoadProgress } from '../../shared/protocol';
import { notify } from '../state/notices';
import { chooseNetwork } from './chooseNetwork';
import { type RegisterNetworkOptions, registerNetwork } from './registerNetwork';
import { shownSignal } from './shownPage';

/**
 * Adds the network in these files and shows it, unless something else was selected while they were read.
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
  const { info } = await registerNetwork(signal, files, options, onProgress);
  if (shown.aborted)
    notify({ severity: 'info', message: `“${info.name}” is loaded: choose it in the list of networks.` });
  else await chooseNetwork(info.id);
  return info.id;
}
