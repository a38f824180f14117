import { csv } from '../../../shared/csv';
import type { LoadedNetwork } from '../../../shared/network';
import { notify, notifyError } from '../../state/notices';
import { saveFile } from '../saveFile';
import { summaryRows, summaryText } from './summaryText';

/** Puts the summary into the clipboard as text. Never rejects. */
export async function copySummary(loaded: LoadedNetwork): Promise<void> {
  try {
    await navigator.clipboard.writeText(summaryText(loaded));
    notify({ severity: 'info', message: 'The summary is in the clipboard.' });
  } catch (error) {
    notifyError(error);
  }
}

/** Saves the summary as text, as Keras prints it. */
export function saveSummaryText(loaded: LoadedNetwork): void {
  saveFile(new Blob([summaryText(loaded)], { type: 'text/plain' }), `${loaded.info.id}-summary.txt`);
}

/** Saves the summary as a table. */
export function saveSummaryTable(loaded: LoadedNetwork): void {
  saveFile(new Blob([csv(summaryRows(loaded))], { type: 'text/csv' }), `${loaded.info.id}-summary.csv`);
}
