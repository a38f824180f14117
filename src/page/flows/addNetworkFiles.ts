import { chooseNetwork } from './chooseNetwork';
import { registerNetwork } from './registerNetwork';

/** Adds the network in these files and shows it. Rejects with a FoveaError naming the cause. */
export async function addNetworkFiles(files: File[]): Promise<void> {
  const loaded = await registerNetwork(new AbortController().signal, files);
  await chooseNetwork(loaded.info.id);
}
