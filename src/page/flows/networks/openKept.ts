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
import { replace } from './changePrecision';

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
    const records = await networkRecords.all();
    forgetRemoved(records);
    for (const record of records) await take(record);
  } catch (error) {
    console.warn('Fovea: the networks on this device could not be read.', error);
  }
}

/** Another tab has removed these; or has written one of them anew, which `take` sees to. */
function forgetRemoved(records: readonly KeptNetwork[]): void {
  for (const [id, { folder, spec }] of keptNetworksStore.getState().kept) {
    if (records.some((record) => record.folder === folder || record.spec.id === spec.id)) continue;
    forgetKept(id);
    removeNetwork(id);
    notify({ severity: 'warning', message: `“${spec.name}” was removed in another tab.` });
  }
}

async function take(record: KeptNetwork): Promise<void> {
  const { kept } = keptNetworksStore.getState();
  if ([...kept.values()].some(({ folder }) => folder === record.folder)) return;
  const files = await openFiles(record);
  if (files === null) return tellGone(record);
  await holdFolder(record.folder);
  const [rewritten] = [...kept].find(([, { spec }]) => spec.id === record.spec.id) ?? [];
  if (rewritten !== undefined) {
    await replace(rewritten, record, files);
    notify({ severity: 'info', message: `“${record.spec.name}” was written anew in another tab.` });
    return;
  }
  const id = uniqueId(record.spec.id, (taken) => networksStore.getState().entries.has(taken));
  const spec = { ...record.spec, id, source: { format: 'files', files } } as const;
  networksStore.setState(({ entries }) => ({
    entries: new Map(entries).set(id, { spec, loaded: null, progress: null, error: null }),
  }));
  setKept(id, record);
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
