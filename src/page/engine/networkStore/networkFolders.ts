import type { KeptNetwork } from '../../../shared/keptNetwork';

/** The folder of the origin's private file system that holds one folder a network; the worker writes there too. */
const folderName = 'networks';

async function networksFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(folderName, { create: true });
}

const isMissing = (error: unknown) =>
  error instanceof DOMException && (error.name === 'NotFoundError' || error.name === 'TypeMismatchError');

/**
 * A network's files as they lie on the device's disk, unread; null where one is missing or has another size: the
 * browser has made room, another tab has removed it, or it was never written whole.
 * @throws DOMException where this browser lends no private file system
 */
export async function openFiles({ folder, files }: Pick<KeptNetwork, 'folder' | 'files'>): Promise<File[] | null> {
  try {
    const handle = await (await networksFolder()).getDirectoryHandle(folder);
    const found: File[] = [];
    for (const { name, bytes } of files) {
      const file = await (await handle.getFileHandle(name)).getFile();
      if (file.size !== bytes) return null;
      found.push(file);
    }
    return found;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Names of all folders, whoever made them. @throws DOMException where there is no private file system */
export async function folderNames(): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const name of (await networksFolder()).keys()) names.push(name);
  return names;
}

/** Deletes a network's folder with all in it; one that is not there is deleted already. @throws DOMException */
export async function removeFolder(folder: string): Promise<void> {
  try {
    await (await networksFolder()).removeEntry(folder, { recursive: true });
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
