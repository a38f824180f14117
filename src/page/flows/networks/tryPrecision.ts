import { toSentError } from '../../../shared/errors';
import type { WeightPrecision } from '../../../shared/network';
import { Deferred } from '../../engine/deferred';
import { precisionTrialStore } from '../../state/precisionTrial';
import { changePrecision } from './changePrecision';

/**
 * Writes a kept network in a lower precision, measures what that changes, and asks before it takes the place of the one
 * before. Never rejects.
 */
export async function tryPrecision(network: string, to: WeightPrecision): Promise<void> {
  precisionTrialStore.getState().trial?.cancel();
  const controller = new AbortController();
  const { signal } = controller;
  const decision = new Deferred<boolean>();
  const decide = (take: boolean) => decision.resolve(take);
  const trial = {
    network,
    to,
    written: null,
    change: null,
    decide,
    cancel: () => {
      decide(false);
      controller.abort(new DOMException('Cancelled', 'AbortError'));
    },
  };
  precisionTrialStore.setState({ trial, problem: null });
  try {
    const change = await changePrecision(signal, network, to, {
      onProgress: ({ loadedBytes, totalBytes }) => {
        if (signal.aborted || totalBytes === 0) return;
        const fraction = loadedBytes / totalBytes;
        precisionTrialStore.setState({ trial: { ...trial, written: fraction < 1 ? fraction : null } });
      },
      accept: (measured) => {
        precisionTrialStore.setState({ trial: { ...trial, change: measured } });
        return decision.promise;
      },
    });
    if (await decision.promise)
      precisionTrialStore.setState(({ taken }) => ({ taken: new Map(taken).set(network, change) }));
  } catch (error) {
    if (!signal.aborted) {
      const { message, remedy } = toSentError(error);
      precisionTrialStore.setState({ problem: { network, message, remedy } });
    }
  } finally {
    if (precisionTrialStore.getState().trial?.decide === decide) precisionTrialStore.setState({ trial: null });
  }
}
