import { holdFolder } from './folderLocks';
import { folderNames } from './networkFolders';

/**
 * A name for a new network's folder, held by this tab; null where this browser lends no private file system (private
 * windows, plain http).
 */
export async function newFolder(): Promise<string | null> {
  try {
    await folderNames();
    const name = [...crypto.getRandomValues(new Uint32Array(3))].map((word) => word.toString(36)).join('-');
    await holdFolder(name);
    return name;
  } catch (error) {
    console.warn('Fovea: this browser keeps no files here.', error);
    return null;
  }
}
