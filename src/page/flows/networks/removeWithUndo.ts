import { FoveaError } from '../../../shared/errors';
import type { KeptNetwork } from '../../../shared/keptNetwork';
import { inTurn } from '../../engine/networkStore/folderLocks';
import { tellListChanged } from '../../engine/networkStore/networkChannel';
import { openFiles } from '../../engine/networkStore/networkFolders';
import { networkRecords } from '../../engine/networkStore/networkRecords';
import { uniqueId } from '../../intake/networkFiles';
import { forgetKept, keptNetworksStore } from '../../state/keptNetworks';
import { type NetworkEntry, networksStore } from '../../state/networks';
import { notify, notifyError } from '../../state/notices';
import { selectionStore } from '../../state/selection';
import { chooseNetwork } from '../chooseNetwork';
import { removeNetwork } from '../removeNetwork';
import { findSame } from './findSame';
import { deleteFiles } from './removeKept';
import { writeRecord } from './writeRecord';

interface Removed {
  readonly entry: NetworkEntry;
  /** Null where it was not kept. */
  readonly record: KeptNetwork | null;
  /** Ids of the list that it stood in. */
  readonly order: readonly string[];
  readonly shown: boolean;
}

/**
 * Takes a network of the user's own off the list and off this device, in every tab, and offers to take that back. Its
 * files are deleted once the offer is gone; what a closed tab leaves of them is swept at the next start.
 */
export function removeWithUndo(id: string): void {
  const { entries } = networksStore.getState();
  const entry = entries.get(id);
  if (entry?.spec.source.format !== 'files') return;
  const record = keptNetworksStore.getState().kept.get(id) ?? null;
  const shown = selectionStore.getState().network === id;
  const removed: Removed = { entry, record, order: [...entries.keys()], shown };
  forgetKept(id);
  removeNetwork(id);
  const offList = (record === null ? Promise.resolve() : takeOffList(record)).catch(notifyError);
  let undone = false;
  const run = () => {
    undone = true;
    void offList.then(() => bringBack(removed)).catch(notifyError);
  };
  const gone = () => {
    if (!undone && record !== null) void offList.then(() => deleteFiles(record)).catch(notifyError);
  };
  const message = `“${entry.spec.name}” is removed${record === null ? '' : ' from this device'}.`;
  notify({ severity: 'info', message, action: { label: 'Undo', run }, gone });
}

async function takeOffList({ folder }: KeptNetwork): Promise<void> {
  await inTurn(() => networkRecords.remove(folder));
  tellListChanged();
}

/** Where the same network has been added meanwhile, that one is it. @throws FoveaError when its files are gone */
async function bringBack({ entry, record, order, shown }: Removed): Promise<void> {
  const hash = entry.loaded?.info.hash ?? record?.hash;
  const same = hash === undefined ? undefined : findSame(hash, order);
  if (same !== undefined) {
    if (record !== null) await deleteFiles(record);
    notify({ severity: 'info', message: `You have this network again: it is “${same.name}”.` });
    if (shown) await chooseNetwork(same.id);
    return;
  }
  if (record !== null && (await openFiles(record)) === null)
    throw new FoveaError(
      `The files of “${entry.spec.name}” are no longer on this device.`,
      'Add the network’s own files again.',
    );
  const now = networksStore.getState().entries;
  const id = uniqueId(entry.spec.id, (taken) => now.has(taken));
  const back: NetworkEntry = { spec: { ...entry.spec, id }, loaded: null, progress: null, error: null };
  const all = new Map(now).set(id, back);
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const sorted = [...all].sort(([a], [b]) => place(a) - place(b));
  networksStore.setState({ entries: new Map(sorted) });
  if (record !== null) await writeRecord(id, record);
  if (shown) await chooseNetwork(id);
}
