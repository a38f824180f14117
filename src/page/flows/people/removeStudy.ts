import { studyVault } from '../../engine/people/studyVault';
import { noStudy, studyStore } from '../../state/study';
import { compareStudy } from './compareStudy';
import { forgetLabelSteps } from './labelSteps';
import { letGoOfStudy, takeStudyHere } from './openStudy';
import { forgetSources } from './studySources';
import { endStudyWork } from './studyWork';

/**
 * Deletes the study from memory and from this device, with no way back: faces, figures, labels, photos that wait.
 * Another tab that has it open ends its work first.
 * @throws FoveaError when the device does not let go of it
 */
export async function removeStudy(): Promise<void> {
  await takeStudyHere();
  try {
    await emptyStudy();
  } finally {
    await letGoOfStudy();
  }
}

/** The same of the study that is open here; it stays with this tab. @throws FoveaError */
export async function emptyStudy(): Promise<void> {
  await endStudyWork();
  forgetSources();
  studyStore.setState(noStudy);
  forgetLabelSteps();
  // Ends a comparison that is under way.
  await compareStudy();
  await studyVault.clear();
}
