import { comparisonStore, evidenceStore, explanationStore, trustStore } from '../../state/explanation';
import { facesStore } from '../../state/faces';
import { supersedePhoto } from './faceWork';

/** Ends all work on the Faces bench; what is on the screen stays. */
export function stopFaceWork(): void {
  supersedePhoto();
  facesStore.setState({ stage: null });
  explanationStore.setState({ progress: null });
  comparisonStore.setState({ running: false });
  evidenceStore.setState({ running: false });
  trustStore.setState({ running: null });
}
