import type { CallName, Calls } from '../../shared/protocol';
import { Bridge } from './bridge';
import { watchLimits } from './limits';
import { spawnWorker } from './workerPort';

/**
 * One call in a worker of its own, which ends with it: for work on files that needs no device and must not hold up those
 * that compute. When the signal aborts, the worker cleans up and answers before it ends.
 * @throws the worker's error, a `WorkerLostError`, or the signal's reason
 */
export async function callOwnWorker<Name extends CallName>(
  signal: AbortSignal,
  name: Name,
  request: Calls[Name]['arguments'],
  onEvent?: (event: Calls[Name]['event']) => void,
): Promise<Calls[Name]['result']> {
  const bridge = new Bridge(spawnWorker, watchLimits.wasm, () => {});
  try {
    const end = await bridge.call(signal, name, request, onEvent);
    if (!end.stopped) return end.result;
    throw signal.reason;
  } finally {
    bridge.close('its work is done');
  }
}
