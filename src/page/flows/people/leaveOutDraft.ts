import { noPhotos, peopleViewStore } from '../../state/peopleView';

/** Lets go of the photos that were added and are in no study yet. */
export function leaveOutDraft(): void {
  peopleViewStore.setState(noPhotos);
}
