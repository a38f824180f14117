import { pathOf } from '../../intake/filePaths';
import { isNamesFile } from '../../intake/isNamesFile';
import { addingNetworkStore } from '../../state/addingNetwork';
import { notify, notifyError } from '../../state/notices';
import { selectionStore } from '../../state/selection';
import { giveNames } from './giveNames';
import { readNames } from './readNames';

/**
 * One file with names of classes, on whatever bench it came in: they are for the network that is being read, or else
 * for the one in view; where they do not fit, that is told. Never rejects.
 * @returns false where it is something else
 */
export async function takeLabels([file, second]: readonly File[]): Promise<boolean> {
  // What lies in a folder was not chosen by itself.
  if (file === undefined || second !== undefined || pathOf(file) !== file.name) return false;
  const { signal } = new AbortController();
  if (!(await isNamesFile(signal, file))) return false;
  try {
    const names = await readNames(signal, file);
    if (names === null) return false;
    const { adding, names: before } = addingNetworkStore.getState();
    if (adding === null) await giveNames(signal, selectionStore.getState().network, names);
    else {
      addingNetworkStore.setState({ names });
      const instead = before === null ? '' : `, in place of those in ${before.file}`;
      notify({
        severity: 'info',
        message: `The names in ${file.name} are for ${adding.name}, once it is read${instead}.`,
      });
    }
  } catch (error) {
    notifyError(error);
  }
  return true;
}
