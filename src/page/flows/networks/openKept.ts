import type { KeptNetwork } from '../../../shared/keptNetwork';
import { holdFolder, inTurn } from '../../engine/networkStore/folderLocks';
import { onListChanged } from '../../engine/networkStore/networkChannel';
import { openFiles, removeFolder } from '../../engine/networkStore/networkFolders';
import { networkRecords } from '../../engine/networkStore/networkRecords';
import { sweepFolders } from '../../engine/networkStore/sweepFolders';
import { uniqueId } from '../../intake/networkFiles';
import { forgetKept, keptNetworksStore, setKept } from '../../state/keptNetworks';
import { networksStore } from '../../state/networks';
import { notify } from '../../state/notices';
import { removeNetwork } from '../removeNetwork';
import { replaceKept } from './replaceKept';
import { sameLineage } from './sameLineage';
import { sameRecord } from './sameRecord';

let opened: Promise<void> | null = null;
let following: Promise<void> = Promise.resolve();

/** Milliseconds that the page waits for the list at its start; one that comes later is listed then. */
const patience = 3000;

/**
 * Lists the networks that this device keeps, once, and follows what other tabs do to them from then on. Resolves when
 * they are listed, or the device takes too long to tell; never rejects: a browser that keeps nothing has none.
 */
export async function openKept(): Promise<void> {
  opened ??= open();
  const late = new Promise<void>((resolve) => setTimeout(resolve, patience));
  await Promise.race([opened, late]);
}

async function open(): Promise<void> {
  await followList();
  keptNetworksStore.setState({ ready: true });
  onListChanged(() => void followList());
  // Nobody waits for it, and what was cut off when a tab was closed takes room.
  void sweepFolders();
}

/** Reads the list again, one reading after the other. */
export function followList(): Promise<void> {
  following = following.then(readList);
  return following;
}

async function readList(): Promise<void> {
  try {
    const recorded = await networkRecords.folders();
    const records = await networkRecords.all();
    forgetRemoved(records, recorded);
    const { kept } = keptNetworksStore.getState();
    for (const record of records) await take(record, kept).catch((error: unknown) => tellUnreadable(record, error));
  } catch (error) {
    console.warn('Fovea: the networks on this device could not be read.', error);
  }
}

/** Another tab has removed these; or has written one of them anew, which `take` sees to. */
function forgetRemoved(records: readonly KeptNetwork[], recorded: readonly string[]): void {
  for (const [id, mine] of keptNetworksStore.getState().kept) {
    // A record that another version of the page has written may make no sense here: it is there all the same.
    if (recorded.includes(mine.folder) || records.some((record) => sameLineage(record, mine))) continue;
    forgetKept(id);
    removeNetwork(id);
    notify({ severity: 'warning', message: `“${mine.spec.name}” was removed in another tab.` });
  }
}

/** @param known what was kept when the record was read: what this tab has written since then is newer */
async function take(record: KeptNetwork, known: ReadonlyMap<string, KeptNetwork>): Promise<void> {
  const [id, mine] = [...known].find(([, other]) => sameLineage(other, record)) ?? [];
  if (mine !== undefined && sameRecord(mine, record)) return;
  const files = await openFiles(record);
  if (files === null) return tellGone(record);
  await holdFolder(record.folder);
  if (id === undefined || mine === undefined) return list(record, files);
  if (keptNetworksStore.getState().kept.get(id) !== mine) return;
  await replaceKept(id, record, files);
  const what = mine.folder === record.folder ? 'changed' : 'written anew';
  notify({ severity: 'info', message: `“${record.spec.name}” was ${what} in another tab.` });
}

function list(record: KeptNetwork, files: readonly File[]): void {
  const id = uniqueId(record.spec.id, (taken) => networksStore.getState().entries.has(taken));
  const spec = { ...record.spec, id, source: { format: 'files', files } } as const;
  networksStore.setState(({ entries }) => ({
    entries: new Map(entries).set(id, { spec, loaded: null, progress: null, error: null }),
  }));
  setKept(id, record);
}

const unreadable = new Set<string>();

/** Told once of each: the list is read again and again. */
function tellUnreadable({ folder, spec }: KeptNetwork, error: unknown): void {
  console.warn(`Fovea: the files of “${spec.name}” could not be read.`, error);
  if (unreadable.has(folder)) return;
  unreadable.add(folder);
  notify({
    severity: 'warning',
    message: `Your network “${spec.name}” is on this device, but the browser does not open its files.`,
    remedy: 'Close other tabs of this page and reload it. If that does not help, add the network’s files again.',
  });
}

/** The browser has deleted the files to make room, or they were never whole. */
async function tellGone(record: KeptNetwork): Promise<void> {
  const { folder, spec } = record;
  const gone = await inTurn(async () => {
    // Another tab may be the one that has just removed it.
    const still = (await networkRecords.all()).some((other) => other.folder === folder);
    if (still) await networkRecords.remove(folder);
    await removeFolder(folder).catch(() => undefined);
    return still;
  });
  if (!gone) return;
  notify({
    severity: 'warning',
    message: `The files of your network “${spec.name}” are no longer on this device: it is off the list.`,
    remedy: 'Browsers delete what pages keep when room runs short. Add its files again.',
  });
}
