import type { StudySettings } from '../../../shared/people';
import { peopleViewStore } from '../../state/peopleView';
import { studyStore } from '../../state/study';
import { changeStudy } from './changeStudy';

/** How photos are measured: changes the study that is there, or keeps it for the next one. */
export function chooseHow(change: Partial<StudySettings>): void {
  if (studyStore.getState().settings !== null) void changeStudy(change);
  else peopleViewStore.setState(({ wanted }) => ({ wanted: { ...wanted, ...change } }));
}
