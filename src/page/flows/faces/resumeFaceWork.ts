import { toSentError } from '../../../shared/errors';
import { methods } from '../../../shared/methods';
import { evidenceStore, explanationStore } from '../../state/explanation';
import { facesStore } from '../../state/faces';
import { explainCrop } from './explainCrop';
import { explanationSignal } from './faceWork';
import { isMapCurrent } from './isMapCurrent';
import { loadEvidence } from './loadEvidence';
import { recogniseChoice } from './recogniseChoice';

/** Goes on with the photo in view where its work was broken off. Never rejects. */
export async function resumeFaceWork(): Promise<void> {
  const { choice, recognition, crop } = facesStore.getState();
  if (choice === null) return;
  if (recognition === null || crop === null) await recogniseChoice();
  else if (explanationStore.getState().progress !== null || !isMapCurrent()) await explainCrop();
  else await resumeEvidence();
}

/** The map is there; the filters behind it may not be. */
async function resumeEvidence(): Promise<void> {
  const { shown } = explanationStore.getState();
  const layered = methods.find(({ id }) => id === shown?.method)?.layered;
  if (!layered || evidenceStore.getState().evidence !== null) return;
  const signal = explanationSignal();
  try {
    await loadEvidence(signal);
  } catch (error) {
    if (signal.aborted) return;
    const { message, remedy } = toSentError(error);
    facesStore.setState({ problem: { message, remedy } });
  }
}
