import type { KeptNetwork } from '../../../shared/keptNetwork';
import { inTurn } from '../../engine/networkStore/folderLocks';
import { tellListChanged } from '../../engine/networkStore/networkChannel';
import { networkRecords } from '../../engine/networkStore/networkRecords';
import { askToPersist } from '../../engine/networkStore/storageFacts';

/**
 * Writes a network's record, which makes it one that is kept, in the place of another if need be; other tabs hear of it.
 * @throws FoveaError where it cannot be written. The network's folder stays: it may be in use, and one without a record
 *   is swept once no tab holds it
 */
export async function writeRecord(record: KeptNetwork, instead?: string): Promise<void> {
  await inTurn(() => networkRecords.put(record, instead));
  tellListChanged();
  void askToPersist();
}
