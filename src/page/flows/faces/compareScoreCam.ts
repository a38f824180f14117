import { engine } from '../../engine/instance';
import { comparisonStore, explanationStore } from '../../state/explanation';
import { notifyError } from '../../state/notices';
import { comparisonKey, keepCompared, onDemand } from './compareMethods';
import { currentSubject } from './explainCrop';
import { explanationSignal } from './faceWork';
import { sameSubject } from './sameSubject';

/** Before the rest of the table, which nobody has asked for cell by cell; after the map that is shown large. */
const priority = 6;

/** Score-CAM's map at one layer of the method × layer table. Ends with the explanation. Never rejects. */
export async function compareScoreCam(layer: string): Promise<void> {
  const signal = explanationSignal();
  const subject = currentSubject();
  const { subject: compared } = comparisonStore.getState();
  const { settings } = explanationStore.getState();
  if (subject === null || compared === null || !sameSubject({ ...subject, settings }, compared)) return;
  const { network, input, target } = subject;
  try {
    const request = { network, input, target, layer, method: onDemand, settings };
    const explanation = await engine().run(signal, 'explain', request, { priority });
    if (!signal.aborted) keepCompared(comparisonKey(onDemand, layer), explanation);
  } catch (error) {
    if (!signal.aborted) notifyError(error);
  }
}
