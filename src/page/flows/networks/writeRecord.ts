import type { KeptNetwork } from '../../../shared/keptNetwork';
import { inTurn } from '../../engine/networkStore/folderLocks';
import { tellListChanged } from '../../engine/networkStore/networkChannel';
import { networkRecords } from '../../engine/networkStore/networkRecords';
import { askToPersist } from '../../engine/networkStore/storageFacts';
import { dropFolder } from './dropFolder';

/**
 * Writes a network's record, which makes it one that is kept, in the place of another if need be; other tabs hear of it.
 * @throws FoveaError where it cannot be written: the network's folder goes then
 */
export async function writeRecord(record: KeptNetwork, instead?: string): Promise<void> {
  try {
    await inTurn(() => networkRecords.put(record, instead));
  } catch (error) {
    if (record.folder !== instead) await dropFolder(record.folder);
    throw error;
  }
  tellListChanged();
  void askToPersist();
}
