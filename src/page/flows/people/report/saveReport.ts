import { saveFile } from '../../saveFile';
import { buildReport } from './buildReport';
import { figuresCsv } from './figuresCsv';
import { gatherReport } from './gatherReport';
import { photosCsv } from './photosCsv';
import { pseudonymise } from './pseudonymise';
import type { ReportChoices, ReportContent } from './reportContent';
import { studyJson } from './studyJson';

export type ReportFile = 'html' | 'figures' | 'photos' | 'json';

const files: Readonly<
  Record<
    ReportFile,
    { readonly name: string; readonly type: string; readonly write: (content: ReportContent) => string }
  >
> = {
  html: { name: 'fovea-study.html', type: 'text/html', write: buildReport },
  figures: { name: 'fovea-study-figures.csv', type: 'text/csv', write: (content) => figuresCsv(named(content)) },
  photos: { name: 'fovea-study-photos.csv', type: 'text/csv', write: (content) => photosCsv(named(content)) },
  json: { name: 'fovea-study.json', type: 'application/json', write: studyJson },
};

const named = (content: ReportContent) => (content.pseudonyms ? pseudonymise(content) : content);

/**
 * Saves the study as a file to hand on: the report, its tables, or what is needed to repeat it.
 * @throws FoveaError when nothing is measured; the signal's reason when aborted
 */
export async function saveReport(signal: AbortSignal, file: ReportFile, choices: ReportChoices): Promise<void> {
  const { name, type, write } = files[file];
  const content = await gatherReport(signal, choices);
  saveFile(new Blob([write(content)], { type: `${type};charset=utf-8` }), name);
}
