import { toSentError } from '../../../shared/errors';
import type { OfferedNetwork } from '../../../shared/offeredNetwork';
import { fetchFile } from '../../intake/fetchFile';
import { nameOfFiles } from '../../intake/networkFiles';
import { type AddingNetwork, addingNetworkStore } from '../../state/addingNetwork';
import { networksStore } from '../../state/networks';
import { addNetworkFiles } from '../addNetworkFiles';
import type { RegisterNetworkOptions } from '../registerNetwork';
import { offersFolder } from './loadOffers';

/** Adds the network in these files and shows it; what is wrong is told on the bench, and nothing else is lost. Never rejects. */
export function takeNetwork(files: readonly File[]): Promise<void> {
  return add(
    nameOfFiles(files),
    async () => ({ files, options: {} }),
    () => void takeNetwork(files),
  );
}

/** Fetches a network from the page's own server and adds it. Never rejects. */
export function takeOffer(offer: OfferedNetwork): Promise<void> {
  const { name, preprocessing, origin } = offer;
  const fetchAll = async (signal: AbortSignal, tell: Tell) => ({
    files: await fetchOffer(signal, offer, tell),
    options: { name, preprocessing, origin },
  });
  return add(name, fetchAll, () => void takeOffer(offer));
}

type Tell = (progress: Pick<AddingNetwork, 'stage' | 'loadedBytes' | 'totalBytes'>) => void;

interface Brought {
  readonly files: readonly File[];
  readonly options: RegisterNetworkOptions;
}

async function add(
  name: string,
  bring: (signal: AbortSignal, tell: Tell) => Promise<Brought>,
  again: () => void,
): Promise<void> {
  addingNetworkStore.getState().adding?.cancel();
  const controller = new AbortController();
  const { signal } = controller;
  const cancel = () => controller.abort(new DOMException('Cancelled', 'AbortError'));
  const adding: AddingNetwork = { name, stage: 'reading', loadedBytes: 0, totalBytes: 0, cancel };
  const tell: Tell = (progress) => {
    if (!signal.aborted) addingNetworkStore.setState({ adding: { ...adding, ...progress } });
  };
  addingNetworkStore.setState({ adding, problem: null });
  try {
    const { files, options } = await bring(signal, tell);
    await addNetworkFiles(signal, files, options, tell);
  } catch (error) {
    if (!signal.aborted) {
      const { message, remedy } = toSentError(error);
      addingNetworkStore.setState({ problem: { name, message, remedy, again } });
    }
  } finally {
    if (addingNetworkStore.getState().adding?.cancel === cancel) addingNetworkStore.setState({ adding: null });
  }
}

async function fetchOffer(signal: AbortSignal, { files }: OfferedNetwork, tell: Tell): Promise<readonly File[]> {
  const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const fetched: File[] = [];
  let before = 0;
  for (const file of files) {
    const url = new URL(file.name, offersFolder());
    const onBytes = (bytes: number) => tell({ stage: 'downloading', loadedBytes: before + bytes, totalBytes });
    fetched.push(await fetchFile(signal, url, file, onBytes));
    before += file.bytes;
  }
  return fetched;
}

/** Whether a network of this name is here already. */
export const isHere = (name: string): boolean =>
  [...networksStore.getState().entries.values()].some(({ spec }) => spec.name === name);
