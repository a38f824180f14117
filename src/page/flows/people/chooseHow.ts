import type { StudySettings } from '../../../shared/people';
import { peopleViewStore } from '../../state/peopleView';
import { selectionStore } from '../../state/selection';
import { studyStore } from '../../state/study';
import { changeStudy } from './changeStudy';

/** How photos are measured: changes the study that is there, or keeps it for the next one. */
export function chooseHow(change: Partial<StudySettings>): void {
  if (studyStore.getState().settings !== null) void changeStudy(change);
  else peopleViewStore.setState(({ wanted }) => ({ wanted: wantedWith(wanted, change) }));
}

/** A layer is one of its network: it goes with another network, and is kept with its own. */
function wantedWith(
  { layer, ...wanted }: Partial<StudySettings>,
  change: Partial<StudySettings>,
): Partial<StudySettings> {
  const shown = selectionStore.getState().network;
  const before = wanted.network ?? shown;
  const { network = before } = change;
  const kept = layer === undefined || network !== before ? {} : { layer };
  const of = change.layer === undefined ? {} : { network };
  return { ...wanted, ...kept, ...of, ...change };
}
