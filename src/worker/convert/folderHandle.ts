/** The folder of the origin's private file system that holds one folder a network; the page reads there too. */
const networksFolder = 'networks';

/** A network's folder, made if need be. @throws DOMException where the browser lends no private file system */
export async function folderHandle(folder: string): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  const networks = await root.getDirectoryHandle(networksFolder, { create: true });
  return networks.getDirectoryHandle(folder, { create: true });
}

/** Deletes it with all in it; what cannot be deleted now is found at the next start. */
export async function dropFolder(folder: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const networks = await root.getDirectoryHandle(networksFolder, { create: true });
  await networks.removeEntry(folder, { recursive: true }).catch(() => undefined);
}
