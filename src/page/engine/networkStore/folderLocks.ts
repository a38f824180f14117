/** The browser's locks between tabs; absent on pages over plain http, which lend no private file system either. */
const lockManager = (): LockManager | undefined => globalThis.navigator?.locks;

const nameOf = (folder: string) => `fovea-network:${folder}`;

/** What ends the hold on each folder that this tab holds. */
const held = new Map<string, () => void>();

/**
 * Holds a folder for this tab, beside other tabs that hold it, until it is released or the tab is closed: nobody takes
 * it for a leftover.
 */
export async function holdFolder(folder: string): Promise<void> {
  const locks = lockManager();
  if (locks === undefined || held.has(folder)) return;
  await new Promise<void>((granted, refused) => {
    const hold = () =>
      new Promise<void>((release) => {
        held.set(folder, release);
        granted();
      });
    locks.request(nameOf(folder), { mode: 'shared' }, hold).catch(refused);
  });
}

/** Ends this tab's hold on a folder. */
export function releaseFolder(folder: string): void {
  held.get(folder)?.();
  held.delete(folder);
}

/** Runs the work if no tab holds the folder, this one included; a folder that is in use is left alone. */
export async function ifUnheld(folder: string, work: () => Promise<void>): Promise<void> {
  const locks = lockManager();
  if (locks === undefined) return;
  await locks.request(nameOf(folder), { ifAvailable: true }, async (lock) => {
    if (lock !== null) await work();
  });
}

/** Runs the work while no other tab changes the list of kept networks. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const locks = lockManager();
  if (locks === undefined) return work();
  return (await locks.request('fovea-networks', work)) as T;
}
