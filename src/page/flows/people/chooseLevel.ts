import type { LevelRole } from '../../../shared/people/folderLevels';
import { peopleViewStore } from '../../state/peopleView';
import { labelStep } from './labelSteps';

/** Says what the folders on a level hold, of the photos that wait for a study. One step that can be undone. */
export const chooseLevel = (place: number, role: LevelRole): void =>
  labelStep(() =>
    peopleViewStore.setState(({ roles }) => ({ roles: roles.map((old, i) => (i === place ? role : old)) })),
  );
