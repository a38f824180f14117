import { releaseFolder } from '../../engine/networkStore/folderLocks';
import { removeFolder } from '../../engine/networkStore/networkFolders';

/** Deletes a folder that has come to nothing; a browser that does not let go of it now finds it at the next start. */
export async function dropFolder(folder: string): Promise<void> {
  await removeFolder(folder).catch(() => undefined);
  releaseFolder(folder);
}
