import type { OfferedNetwork } from '../../../shared/offeredNetwork';
import { fetchFile } from '../../intake/fetchFile';
import { folderOf } from '../../intake/filePaths';
import { mainFile } from '../../intake/networkFiles';
import { addInTurn, type Tell } from './addInTurn';
import { offersFolder } from './loadOffers';
import { takeLabels } from './takeLabels';

/**
 * Adds the network in these files and shows it; what is wrong is told on the bench, and nothing else is lost. Never
 * rejects.
 */
export function takeNetwork(files: readonly File[]): Promise<void> {
  return addInTurn({
    name: folderOf(files) ?? mainFile(files)?.name ?? 'The network',
    bring: async () => ({ files, options: {} }),
    again: () => void takeNetwork(files),
  });
}

/** What was chosen where networks are added: one, or names for the classes of the one in view. Never rejects. */
export async function takeChosen(files: readonly File[]): Promise<void> {
  if (!(await takeLabels(files))) await takeNetwork(files);
}

/** Fetches a network from the page's own server and adds it. Never rejects. */
export function takeOffer(offer: OfferedNetwork): Promise<void> {
  const { name, preprocessing, origin } = offer;
  return addInTurn({
    name,
    bring: async (signal, tell) => ({
      files: await fetchOffer(signal, offer, tell),
      options: { name, preprocessing, origin },
    }),
    again: () => void takeOffer(offer),
  });
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
