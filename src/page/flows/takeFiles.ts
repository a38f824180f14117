import { foundFiles } from '../intake/people/foundFile';
import { isPicture } from '../intake/photo/isPicture';
import { seemsMask } from '../intake/photo/seemsMask';
import { seemsModel, sortFiles } from '../intake/sortFiles';
import { whyNoNetwork } from '../intake/whyNoNetwork';
import { benchStore } from '../state/bench';
import { notify, notifyError } from '../state/notices';
import { showSheet, viewStore } from '../state/view';
import { showPhoto } from './faces/showPhoto';
import { importGallery } from './gallery/importGallery';
import { openGallery } from './gallery/openGallery';
import { recogniseAgain } from './gallery/recogniseAgain';
import { importSettings } from './importSettings';
import { takeMask } from './masks/openMask';
import { takeLabels } from './networks/takeLabels';
import { takeNetwork } from './networks/takeNetwork';
import { openBench } from './openBench';
import { openStudyFile } from './people/openStudyFile';
import { arePeople, takeOnPeople } from './people/takeOnPeople';

/** Takes in what was dropped, pasted or chosen: photos go to the bench in view, from Filters to
 * Faces, other files where they belong. Never rejects. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  try {
    const found = foundFiles(files);
    const onPeople = benchStore.getState().bench === 'people';
    if (onPeople && arePeople(found)) return await takeOnPeople(found);
    if (await takeLabels(files)) return;
    const sorted = await sortFiles(files);
    if (sorted.kind === 'settings') await importSettings(sorted.file);
    else if (sorted.kind === 'study') await openStudyFile(new AbortController().signal, sorted.file);
    else if (sorted.kind === 'gallery') await takeGallery(sorted.file);
    // On this bench a lone JSON file is meant to be a saved study, and its reader says what is wrong with it.
    else if (onPeople && (await isLoneJson(files))) await openStudyFile(new AbortController().signal, files[0] as File);
    else if (sorted.kind === 'network') addNetwork(sorted.files);
    else if (sorted.kind === 'foreign') await refuseNetwork(sorted.files);
    else if (onPeople) await takeOnPeople(found);
    else await takePhotos(sorted.files);
  } catch (error) {
    notifyError(error);
  }
}

async function isLoneJson([file, ...others]: readonly File[]): Promise<boolean> {
  return file !== undefined && others.length === 0 && /\.json$/i.test(file.name) && !(await seemsModel(file));
}

/** What it expects of its pixels is guessed, and stands there to be put right. */
function addNetwork(files: readonly File[]): void {
  showSheet(null);
  openBench('networks');
  void takeNetwork(files);
}

/** Another framework's: the bench in view stays, and says how it becomes one that is read. */
async function refuseNetwork(files: readonly File[]): Promise<void> {
  if (benchStore.getState().bench === 'networks') return takeNetwork(files);
  const why = await whyNoNetwork(new AbortController().signal, files);
  if (why !== null) throw why;
}

function openOnPeople(photos: readonly File[]): void {
  openBench('people');
  void takeFiles(photos);
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
  if (benchStore.getState().bench === 'networks' && !(await isPicture(first))) return takeNetwork([first, ...others]);
  const onMasks = benchStore.getState().bench === 'masks';
  if (onMasks && (await seemsMask(new AbortController().signal, first))) return takeMask(first);
  if (['filters', 'networks'].includes(benchStore.getState().bench)) openBench('faces');
  if (others.length > 0) {
    const message = `Of these ${others.length + 1} photos the first is shown: “${first.name}”.`;
    const all = [first, ...others];
    notify({
      ...{ severity: 'info', message, remedy: 'This bench looks at one photo at a time.' },
      action: { label: 'All on People', run: () => openOnPeople(all) },
    });
  }
  await showPhoto(first);
}
