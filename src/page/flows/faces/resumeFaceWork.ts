import { explanationStore } from '../../state/explanation';
import { facesStore } from '../../state/faces';
import { explainCrop } from './explainCrop';
import { recogniseChoice } from './recogniseChoice';

/** Goes on with the photo in view where its work was broken off. Never rejects. */
export async function resumeFaceWork(): Promise<void> {
  const { choice, recognition, crop } = facesStore.getState();
  if (choice === null) return;
  const { shown, method, progress } = explanationStore.getState();
  if (recognition === null || crop === null) await recogniseChoice();
  else if (shown?.input !== crop.input || shown.method !== method || progress !== null) await explainCrop();
}
