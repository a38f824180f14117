import { toSentError } from '../../../shared/errors';
import { methods } from '../../../shared/methods';
import { engine } from '../../engine/instance';
import {
  type ComparedSubject,
  comparisonStore,
  evidenceStore,
  explanationStore,
  type ShownExplanation,
  scaleKey,
  trustStore,
} from '../../state/explanation';
import { facesStore } from '../../state/faces';
import { networksStore } from '../../state/networks';
import { chooseTarget } from './chooseTarget';
import { defaultMapLayer } from './defaultMapLayer';
import { supersedeExplanation } from './faceWork';
import { loadEvidence } from './loadEvidence';
import { sameSubject } from './sameSubject';
import { targetHead } from './targetHead';

/**
 * Explains the face that is shown: by the chosen method, layer and target. A newer choice cancels the older one's work;
 * the map before stays until the new one is there. Never rejects.
 */
export async function explainCrop(): Promise<void> {
  const signal = supersedeExplanation();
  const subject = currentSubject();
  forgetFindings(subject);
  if (subject === null) {
    explanationStore.setState({ shown: null, progress: null });
    return;
  }
  const { method, settings } = explanationStore.getState();
  const { network, input, layer, target, label } = subject;
  explanationStore.setState({ progress: 0 });
  try {
    const request = { network, input, target, layer, method, settings };
    const onEvent = ({ fraction }: { fraction: number }) => {
      if (!signal.aborted) explanationStore.setState({ progress: fraction });
    };
    const explanation = await engine().run(signal, 'explain', request, { onEvent });
    show({ ...explanation, method, settings, network, input, layer, target, targetLabel: label });
    if (methods.find(({ id }) => id === method)?.layered) await loadEvidence(signal);
  } catch (error) {
    if (signal.aborted) return;
    const { message, remedy } = toSentError(error);
    explanationStore.setState({ progress: null });
    facesStore.setState({ problem: { message, remedy } });
  }
}

/** The face on the bench as something to explain; null while there is none, or no target of the chosen kind. */
export function currentSubject() {
  const { crop, recognition, head } = facesStore.getState();
  if (crop === null || recognition === null) return null;
  const loaded = networksStore.getState().entries.get(crop.network)?.loaded;
  if (loaded === null || loaded === undefined) return null;
  const { target: choice, layers, reference } = explanationStore.getState();
  const parts = { info: loaded.info, recognition, head: head && targetHead(head), reference };
  // A person or class of another network or gallery is not there any more: the top answer takes its place.
  const named = chooseTarget({ choice, ...parts }) ?? chooseTarget({ choice: { kind: 'top' }, ...parts });
  const layer = layers.get(crop.network) ?? defaultMapLayer(loaded);
  return named === null || layer === null ? null : { ...named, network: crop.network, input: crop.input, layer };
}

function show(shown: ShownExplanation): void {
  const key = scaleKey(shown);
  const magnitude = shown.map.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  explanationStore.setState(({ largest }) => ({
    shown,
    progress: null,
    largest: new Map(largest).set(key, Math.max(magnitude, largest.get(key) ?? 0)),
  }));
}

/** What was found out about the map before says nothing of the next; the table stays while it explains the same. */
function forgetFindings(subject: Pick<ComparedSubject, 'input' | 'target'> | null): void {
  const { subject: compared } = comparisonStore.getState();
  const { settings } = explanationStore.getState();
  const stays = subject !== null && compared !== null && sameSubject({ ...subject, settings }, compared);
  if (stays) comparisonStore.setState({ running: false });
  else comparisonStore.setState({ subject: null, layers: [], maps: new Map(), total: 0, running: false });
  evidenceStore.setState({ evidence: null, cell: null, running: false });
  trustStore.setState({ checked: null, randomisation: [], curves: [], running: null });
}
