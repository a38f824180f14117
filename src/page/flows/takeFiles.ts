import { sortFiles } from '../intake/sortFiles';
import { benchStore } from '../state/bench';
import { notify, notifyError } from '../state/notices';
import { showSheet, viewStore } from '../state/view';
import { showPhoto } from './faces/showPhoto';
import { importGallery } from './gallery/importGallery';
import { openGallery } from './gallery/openGallery';
import { recogniseAgain } from './gallery/recogniseAgain';
import { importSettings } from './importSettings';
import { takeLabels } from './networks/addLabels';
import { takeNetwork } from './networks/takeNetwork';
import { openBench } from './openBench';

/** Takes in what was dropped, pasted or chosen: photos go to the bench in view, from Filters to
 * Faces, other files where they belong. Never rejects. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  try {
    if (await takeLabels(files)) return;
    const sorted = await sortFiles(files);
    if (sorted.kind === 'settings') await importSettings(sorted.file);
    else if (sorted.kind === 'gallery') await takeGallery(sorted.file);
    else if (sorted.kind === 'network') addNetwork(sorted.files);
    else await takePhotos(sorted.files);
  } catch (error) {
    notifyError(error);
  }
}

/** What it expects of its pixels is guessed, and stands there to be put right. */
function addNetwork(files: readonly File[]): void {
  showSheet(null);
  openBench('networks');
  void takeNetwork(files);
}

/** Who is there already is known before others come. */
async function takeGallery(file: File): Promise<void> {
  await openGallery();
  await importGallery(new AbortController().signal, file);
  // The sheet does it when it closes: more may be changed there.
  if (viewStore.getState().sheet !== 'gallery') await recogniseAgain();
}

async function takePhotos([first, ...others]: readonly File[]): Promise<void> {
  if (first === undefined) return;
  if (['filters', 'networks'].includes(benchStore.getState().bench)) openBench('faces');
  if (others.length > 0) {
    const message = `Of these ${others.length + 1} photos the first is shown: “${first.name}”.`;
    notify({ severity: 'info', message, remedy: 'This bench looks at one photo at a time.' });
  }
  await showPhoto(first);
}
