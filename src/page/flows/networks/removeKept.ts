import { FoveaError } from '../../../shared/errors';
import type { KeptNetwork } from '../../../shared/keptNetwork';
import { inTurn, releaseFolder } from '../../engine/networkStore/folderLocks';
import { tellListChanged } from '../../engine/networkStore/networkChannel';
import { removeFolder } from '../../engine/networkStore/networkFolders';
import { networkRecords } from '../../engine/networkStore/networkRecords';
import { forgetKept, keptNetworksStore } from '../../state/keptNetworks';

/**
 * Deletes a network from this device; one that is not kept has nothing there. The page's own list and what works on the
 * network are `removeNetwork`'s, which calls this. Other tabs are told, and take it off their lists.
 * @throws FoveaError when the device does not let go of it
 */
export async function removeKept(id: string): Promise<void> {
  const record = keptNetworksStore.getState().kept.get(id);
  if (record === undefined) return;
  forgetKept(id);
  await inTurn(async () => {
    await networkRecords.remove(record.folder);
    await deleteFolder(record);
  });
  releaseFolder(record.folder);
  tellListChanged();
}

/** Deletes the files of a network whose record is gone. @throws FoveaError when the device does not let go of them */
export async function deleteFiles(record: KeptNetwork): Promise<void> {
  await inTurn(() => deleteFolder(record));
  releaseFolder(record.folder);
}

async function deleteFolder({ folder, spec }: KeptNetwork): Promise<void> {
  await removeFolder(folder).catch((cause: unknown) => {
    throw new FoveaError(
      `The files of “${spec.name}” are still on this device.`,
      'Close other tabs of this page: what is left is deleted at the next start.',
      { cause },
    );
  });
}
