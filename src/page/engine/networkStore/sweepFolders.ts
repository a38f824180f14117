import { ifUnheld } from './folderLocks';
import { folderNames, removeFolder } from './networkFolders';
import { networkRecords } from './networkRecords';

/**
 * Deletes folders without a record that no tab holds: networks half-written when a tab was closed, or used for one
 * visit only. A record that this version cannot read counts: another one may. Never rejects: what cannot be deleted now
 * is found at the next start.
 */
export async function sweepFolders(): Promise<void> {
  try {
    for (const folder of await folderNames()) {
      await ifUnheld(folder, async () => {
        // Looked at only once nobody can be about to write the record.
        const recorded = await networkRecords.folders();
        if (!recorded.includes(folder)) await removeFolder(folder);
      });
    }
  } catch (error) {
    console.warn('Fovea: leftovers of networks could not be looked for.', error);
  }
}
