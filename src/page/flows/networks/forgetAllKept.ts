import { FoveaError } from '../../../shared/errors';
import { inTurn, releaseFolder } from '../../engine/networkStore/folderLocks';
import { tellListChanged } from '../../engine/networkStore/networkChannel';
import { folderNames, removeFolder } from '../../engine/networkStore/networkFolders';
import { networkRecords } from '../../engine/networkStore/networkRecords';
import { forgetKept, keptNetworksStore } from '../../state/keptNetworks';
import { removeNetwork } from '../removeNetwork';

/**
 * Deletes all of the user's own networks from this device, leftovers too, and takes them off the list, in every tab.
 * @throws FoveaError when the device does not let go of one
 */
export async function forgetAllKept(): Promise<void> {
  const ids = [...keptNetworksStore.getState().kept.keys()];
  for (const id of ids) {
    forgetKept(id);
    removeNetwork(id);
  }
  const refused = await inTurn(async () => {
    await networkRecords.clear();
    // A browser without a private file system has nothing there.
    const folders = await folderNames().catch(() => []);
    const ends = await Promise.allSettled(folders.map(removeFolder));
    for (const folder of folders) releaseFolder(folder);
    return ends.filter(({ status }) => status === 'rejected').length;
  });
  tellListChanged();
  if (refused === 0) return;
  throw new FoveaError(
    `The files of ${refused === 1 ? 'one network' : `${refused} networks`} could not be deleted from this device.`,
    'Close other tabs of this page and try again, or delete this site’s data in the browser’s settings.',
  );
}
