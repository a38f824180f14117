import { undoLastRemoval } from '../../state/gallery/gallery';

/** Brings back what was removed last. @throws FoveaError when the gallery has become too full for it */
export function undoRemoval(): void {
  undoLastRemoval();
}
