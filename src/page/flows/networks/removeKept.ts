import { FoveaError } from '../../../shared/errors';
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
  const { folder, spec } = record;
  await inTurn(async () => {
    await networkRecords.remove(folder);
    await removeFolder(folder).catch((cause: unknown) => {
      throw new FoveaError(
        `The files of “${spec.name}” are still on this device.`,
        'Close other tabs of this page: what is left is deleted at the next start.',
        { cause },
      );
    });
  });
  releaseFolder(folder);
  tellListChanged();
}
