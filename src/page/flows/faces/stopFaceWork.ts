import { explanationStore } from '../../state/explanation';
import { facesStore } from '../../state/faces';
import { endFindings } from './endFindings';
import { supersedePhoto } from './faceWork';

/** Ends all work on the Faces bench; what is on the screen stays. */
export function stopFaceWork(): void {
  supersedePhoto();
  facesStore.setState({ stage: null });
  explanationStore.setState({ progress: null });
  endFindings();
}
