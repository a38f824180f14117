import { engine } from '../../engine/instance';
import { explanationStore, trustStore } from '../../state/explanation';
import { facesStore } from '../../state/faces';
import { notifyError } from '../../state/notices';
import { explanationSignal } from './faceWork';

const seed = 1;
/** Points of a deletion or insertion curve, its ends included. */
const curveSteps = 21;

/** Weight randomisation of the shown map: its curve grows layer by layer. Never rejects. */
export async function checkRandomisation(): Promise<void> {
  const { shown } = explanationStore.getState();
  const { crop } = facesStore.getState();
  if (shown === null || crop === null) return;
  const { network, target, layer, method, settings, map } = shown;
  trustStore.setState({ checked: map, randomisation: [], running: 'randomisation' });
  await run((signal) =>
    engine().run(
      signal,
      'randomise',
      { network, input: crop.input, target, layer, method, settings, seed },
      {
        onEvent: (step) =>
          !signal.aborted && trustStore.setState(({ randomisation }) => ({ randomisation: [...randomisation, step] })),
      },
    ),
  );
}

/** Deletion and insertion in the order of the shown map, and in a random one. Never rejects. */
export async function checkPerturbation(): Promise<void> {
  const { shown } = explanationStore.getState();
  const { crop } = facesStore.getState();
  if (shown === null || crop === null) return;
  const { network, target, map } = shown;
  trustStore.setState({ checked: map, curves: [], running: 'perturbation' });
  await run((signal) =>
    engine().run(
      signal,
      'perturb',
      { network, input: crop.input, target, map, steps: curveSteps, seed },
      { onEvent: (curve) => !signal.aborted && trustStore.setState(({ curves }) => ({ curves: [...curves, curve] })) },
    ),
  );
}

let check = new AbortController();

/** Ends the check that is running; what it has found so far stays. */
export function stopTrustCheck(): void {
  check.abort();
  trustStore.setState({ running: null });
}

async function run(work: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
  check.abort();
  check = new AbortController();
  const signal = AbortSignal.any([explanationSignal(), check.signal]);
  try {
    await work(signal);
  } catch (error) {
    if (!signal.aborted) notifyError(error);
  } finally {
    if (!signal.aborted) trustStore.setState({ running: null });
  }
}
