import type { StudyPhoto } from '../../../shared/people';
import { peopleViewStore } from '../../state/peopleView';
import { studyStore } from '../../state/study';
import { draftPhotos } from './draftPhotos';

/** The photos in view: the study's, or where there is none those that wait for one. */
export function studyPhotos(): readonly StudyPhoto[] {
  const { settings, photos } = studyStore.getState();
  return settings === null ? draftPhotos(peopleViewStore.getState()) : photos;
}
