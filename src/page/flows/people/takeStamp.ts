import { studyVault } from '../../engine/people/studyVault';
import { notify } from '../../state/notices';
import { studyStore } from '../../state/study';
import { supersedeComparison } from './compareStudy';
import { forgetFailures } from './forgetFailures';
import { keepStudy } from './keepStudy';
import type { StudyPlan } from './studyPlan';
import { tellSharedNames } from './tellSharedNames';

/**
 * Takes a plan's network and gallery for the study's. Where the photos that are measured already were measured by
 * others, these figures go: all photos are measured again, from the faces that are kept.
 * @returns whether figures went
 */
export async function takeStamp({ stamp, head }: StudyPlan): Promise<boolean> {
  const { stamp: before, measured, failures } = studyStore.getState();
  const isOther = before !== stamp && measured.size + failures.size > 0;
  if (isOther) {
    await forgetMeasurements();
    if (measured.size > 0)
      notify({
        severity: 'info',
        message: 'The network or the gallery is another than before: all photos are measured again.',
      });
  }
  studyStore.setState({ stamp, known: head?.names ?? [] });
  if (before !== stamp) tellSharedNames();
  await keepStudy();
  return isOther;
}

/**
 * Lets go of all figures; faces, labels and the mask stay. A photo whose face was found and not measured waits again:
 * another network or layer may measure it. One that shows no face shows none to another network either.
 */
export async function forgetMeasurements(): Promise<void> {
  supersedeComparison();
  studyStore.setState(({ masked }) => ({
    ...{ measured: new Map(), thumbnails: new Map() },
    masked: masked === null ? null : { ...masked, measured: new Map(), failures: new Map() },
    ...{ comparison: null, maskedComparison: null, losses: null, comparing: false },
    ...{ training: null, trainedPhotos: [] },
  }));
  await studyVault.drop('measured');
  await studyVault.drop('masked');
  const faces = await studyVault.ids('face');
  await forgetFailures([...studyStore.getState().failures.keys()].filter((id) => faces.has(id)));
}
