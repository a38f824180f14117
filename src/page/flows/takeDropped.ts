import { withPath } from '../intake/filePaths';
import { collectEntries, entriesOf } from '../intake/people/collectEntries';
import { notify, notifyError } from '../state/notices';
import { peopleViewStore } from '../state/peopleView';
import { takeFiles } from './takeFiles';

let collecting = new AbortController();

/**
 * Takes in what was dropped, folders with all that is in them. Call it within the event, which ends with the first
 * wait. Never rejects.
 */
export async function takeDropped(data: DataTransfer): Promise<void> {
  const entries = entriesOf(data);
  // A folder among the files is one that cannot be read.
  const files = [...data.files];
  if (!entries.some(({ isDirectory }) => isDirectory)) return takeFiles(files);
  collecting.abort();
  const controller = new AbortController();
  collecting = controller;
  peopleViewStore.setState({ collecting: true });
  try {
    const { found, unreadable } = await collectEntries(controller.signal, entries);
    if (unreadable.length > 0) tellUnreadable(unreadable);
    await takeFiles(found.map(({ file, path }) => withPath(file, path)));
  } catch (error) {
    if (!controller.signal.aborted) notifyError(error);
  } finally {
    if (collecting === controller) peopleViewStore.setState({ collecting: false });
  }
}

const named = 3;

function tellUnreadable(paths: readonly string[]): void {
  const names = paths.slice(0, named).map((path) => `“${path}”`);
  const more = paths.length > named ? `, and ${paths.length - named} more` : '';
  notify({
    severity: 'warning',
    message: `Left out, for they cannot be read: ${names.join(', ')}${more}.`,
    remedy: 'They may have been moved, or you may not be allowed to read them. Drop them again.',
  });
}
