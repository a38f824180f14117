import { FoveaError } from '../../shared/errors';
import type { CallName, Calls } from '../../shared/protocol';
import { abortable } from './abortable';
import { Bridge } from './bridge';
import type { WatchLimits } from './watchdog';
import { WorkerLostError } from './workerLostError';
import { type Spawn, spawnWorker } from './workerPort';

/** A reader tells of its progress every few megabytes; a slow disk takes its time for them. */
const readerLimits: WatchLimits = { interval: 1000, silence: 20_000, stall: 60_000 };

/** Milliseconds that a reader has to clean up when it is stopped. */
const mostCleaning = 2000;

/**
 * One call on files in a worker of its own that is thrown away afterwards: what a hostile file does to its reader, it
 * does to nobody else.
 * @throws FoveaError that names what is wrong with the files, also when the reader crashed or hung over them; the
 *   signal's reason when aborted
 */
export async function callOwnWorker<Name extends CallName>(
  signal: AbortSignal,
  name: Name,
  request: Calls[Name]['arguments'],
  onEvent: (event: Calls[Name]['event']) => void = () => {},
  spawn: Spawn = spawnWorker,
  limits: WatchLimits = readerLimits,
): Promise<Calls[Name]['result']> {
  signal.throwIfAborted();
  const bridge = new Bridge(spawn, limits, () => {});
  const call = bridge.call(signal, name, request, (event) => {
    if (!signal.aborted) onEvent(event);
  });
  try {
    const end = await abortable(signal, call);
    if (end.stopped) throw signal.reason;
    return end.result;
  } catch (error) {
    throw error instanceof WorkerLostError ? lostReader(error) : error;
  } finally {
    void closeAfter(call, bridge);
  }
}

/** A stopped reader takes back what it has written so far, if it still can. */
async function closeAfter(call: Promise<unknown>, bridge: Bridge): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, mostCleaning));
  await Promise.race([call.catch(() => {}), late]);
  bridge.close('its work is over');
}

const lostReader = (cause: WorkerLostError) =>
  new FoveaError(
    `The files could not be read: the reader broke down over them (${cause.reason}).`,
    'They are damaged, or too large for this device: download or export them again.',
    { cause },
  );
