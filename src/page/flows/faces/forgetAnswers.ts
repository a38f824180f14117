import { explanationStore } from '../../state/explanation';
import { facesStore } from '../../state/faces';
import { explainCrop } from './explainCrop';
import { supersedeRecognition } from './faceWork';

/** Takes all that was said about the face on the bench off the screen and out of memory; photo and crop stay. */
export async function forgetAnswers(): Promise<void> {
  supersedeRecognition();
  facesStore.setState({ recognition: null, head: null, stage: null });
  explanationStore.setState({ reference: null, target: { kind: 'top' } });
  // Nothing is left to explain: the map goes, and what was found out about it.
  await explainCrop();
}
