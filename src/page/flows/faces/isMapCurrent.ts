import { explanationStore } from '../../state/explanation';
import { currentSubject } from './explainCrop';
import { sameSubject } from './sameSubject';

/**
 * Whether the map in view is the one that is asked for: of this face and answer, by this method, its layer and numbers.
 */
export function isMapCurrent(): boolean {
  const subject = currentSubject();
  const { shown, method, settings } = explanationStore.getState();
  if (subject === null || shown === null) return subject === shown;
  const { network, layer } = subject;
  const isSameWay = shown.network === network && shown.layer === layer && shown.method === method;
  return isSameWay && sameSubject({ ...subject, settings }, shown);
}
