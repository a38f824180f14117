import { engine } from '../../engine/instance';
import { evidenceStore, explanationStore } from '../../state/explanation';
import { facesStore } from '../../state/faces';

/**
 * Which filters of the shown map's layer drive the target on this face.
 * @throws FoveaError; the signal's reason when aborted
 */
export async function loadEvidence(signal: AbortSignal): Promise<void> {
  const { shown } = explanationStore.getState();
  const { crop } = facesStore.getState();
  if (shown === null || crop === null) return;
  const { network, target, layer } = shown;
  evidenceStore.setState({ running: true });
  try {
    const evidence = await engine().run(signal, 'evidence', { network, input: crop.input, target, layer });
    evidenceStore.setState({ evidence, running: false });
  } catch (error) {
    if (!signal.aborted) evidenceStore.setState({ running: false });
    throw error;
  }
}
