import { noPhotos, peopleViewStore } from '../../state/peopleView';
import { forgetDraftSteps } from './labelSteps';

/** Lets go of the photos that were added and are in no study yet. */
export function leaveOutDraft(): void {
  peopleViewStore.setState(noPhotos);
  forgetDraftSteps();
}
