import { FoveaError } from '../../../shared/errors';
import { readStudyFile, type StudyFile } from '../../intake/people/studyFile';
import { networksStore } from '../../state/networks';
import { peopleViewStore } from '../../state/peopleView';
import { studyStore } from '../../state/study';
import { loadNetwork } from '../loadNetwork';
import { openBench } from '../openBench';
import { openStudy } from './openStudy';

/**
 * Opens a saved study on the People bench: its settings, and whose photo each file is. The photos have to be added
 * again.
 * @throws FoveaError when the file is none, its network is missing or another one, or a study is open; the signal's
 *   reason
 */
export async function openStudyFile(signal: AbortSignal, file: File): Promise<void> {
  const read = await readStudyFile(signal, file);
  const network = await findNetwork(signal, read);
  await openStudy();
  const { settings: open, elsewhere } = studyStore.getState();
  if (elsewhere)
    throw new FoveaError('A study is open in another tab.', 'Discard it there, or go on with it on the People bench.');
  if (open !== null)
    throw new FoveaError('Another study is open.', 'Save its report, discard it, then open this file.');
  const settings = { ...read.settings, network };
  openBench('people');
  peopleViewStore.setState(({ said }) => ({
    wanted: settings,
    said: new Map([...said, ...read.photos.map(({ file: path, person, group }) => [path, { person, group }] as const)]),
    opened: { name: file.name, settings, mask: read.mask, photos: read.photos.length },
  }));
}

/** The id of the network here with the same weights. */
async function findNetwork(signal: AbortSignal, { network }: StudyFile): Promise<string> {
  const { entries } = networksStore.getState();
  const same = [...entries.values()].find(({ loaded }) => loaded?.info.hash === network.hash);
  if (same !== undefined) return same.spec.id;
  const remedy = `Add the files of “${network.name}” first, then this file again.`;
  if (!entries.has(network.id)) throw new FoveaError(`The network “${network.name}” is not here.`, remedy);
  const { info } = await loadNetwork(signal, network.id);
  if (info.hash === network.hash) return network.id;
  throw new FoveaError(`“${network.id}” here has other weights than the study was measured with.`, remedy);
}
