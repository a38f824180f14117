import type { KeptNetwork } from '../../../shared/keptNetwork';
import { inTurn } from '../../engine/networkStore/folderLocks';
import { tellListChanged } from '../../engine/networkStore/networkChannel';
import { networkRecords } from '../../engine/networkStore/networkRecords';
import { askToPersist } from '../../engine/networkStore/storageFacts';
import { setKept } from '../../state/keptNetworks';

export interface RecordPlace {
  /** The folder whose record it takes the place of. */
  readonly instead?: string;
  /** Looks once more whether it is still to be written, while no other tab changes the list; throws where not. */
  readonly check?: () => Promise<void>;
}

/**
 * Writes the record of a network of this page, which makes it one that is kept; other tabs hear of it.
 * @throws FoveaError where it cannot be written. The network's folder stays: it may be in use, and one without a record
 *   is swept once no tab holds it
 */
export async function writeRecord(
  id: string,
  record: KeptNetwork,
  { instead, check }: RecordPlace = {},
): Promise<void> {
  await inTurn(async () => {
    await check?.();
    await networkRecords.put(record, instead);
    // At once, or this tab would take its own record for another one's.
    setKept(id, record);
  });
  tellListChanged();
  void askToPersist();
}
