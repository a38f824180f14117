import { isCam } from '../../../shared/methods';
import { engine } from '../../engine/instance';
import { evidenceStore, explanationStore } from '../../state/explanation';
import { facesStore } from '../../state/faces';

/**
 * Which filters of its layer the shown map comes from.
 * @throws FoveaError; the signal's reason when aborted
 */
export async function loadEvidence(signal: AbortSignal): Promise<void> {
  const { shown } = explanationStore.getState();
  const { crop } = facesStore.getState();
  if (shown === null || crop === null) return;
  const { network, target, layer, filterWeights } = shown;
  // Guided Grad-CAM is a map of pixels times Grad-CAM's: its filters are Grad-CAM's.
  const method = isCam(shown.method) ? shown.method : 'grad-cam';
  const weights = filterWeights === undefined ? {} : { filterWeights };
  evidenceStore.setState({ running: true });
  try {
    const evidence = await engine().run(signal, 'evidence', {
      network,
      input: crop.input,
      target,
      layer,
      method,
      ...weights,
    });
    evidenceStore.setState({ evidence, running: false });
  } catch (error) {
    if (!signal.aborted) evidenceStore.setState({ running: false });
    throw error;
  }
}
