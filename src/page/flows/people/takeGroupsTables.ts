import { notifyError, withdrawNotices } from '../../state/notices';
import { aboutTables, applyGroupsTable } from './applyGroupsTable';

/**
 * `applyGroupsTable` for each of the tables. What was said of tables before goes from the screen, and what is wrong
 * with these is told, each by its name: a table that cannot be read takes nothing from the photos beside it. Never
 * rejects.
 */
export async function takeGroupsTables(files: readonly File[]): Promise<void> {
  withdrawNotices(aboutTables);
  for (const file of files)
    await applyGroupsTable(new AbortController().signal, file).catch((error: unknown) =>
      notifyError(error, aboutTables),
    );
}
