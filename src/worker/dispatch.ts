import { toSentError } from '../shared/errors';
import type { CallName, Calls, Reply, Request } from '../shared/protocol';
import { answerAscend } from './calls/ascend';
import { calibrate } from './calls/calibrate';
import { NetworkShelf } from './calls/networkShelf';
import type { Send } from './calls/send';
import { memoryReport, openDevice } from './kernels/device';
import { isOutOfMemory } from './kernels/outOfMemory';

/** Answers one kind of call. An `ascend` sends its own end, because a stopped one still has a state to give back. */
type Answer<Name extends CallName> = (
  signal: AbortSignal,
  argument: Calls[Name]['arguments'],
  call: number,
) => Promise<Calls[Name]['result'] | null>;

/** Turns requests into calls, keeps their abort controllers, and sends exactly one end for each. */
export function createDispatcher(send: Send): (request: Request) => void {
  const running = new Map<number, AbortController>();
  const shelf = new NetworkShelf();
  const lost = (reason: string) => send({ kind: 'lost', reason });

  const answers: { [Name in Exclude<CallName, 'ascend'>]: Answer<Name> } = {
    open: (_, { backend }) => openDevice(backend, lost),
    calibrate: (signal) => calibrate(signal),
    load: (signal, { spec }, call) =>
      shelf.load(signal, spec, (event) => send({ call, kind: 'event', name: 'load', event })),
    unload: async (_, { network }) => shelf.unload(network),
    memory: async () => memoryReport(),
  };

  const run = async (request: Extract<Request, { arguments: unknown }>) => {
    const { call } = request;
    const controller = new AbortController();
    running.set(call, controller);
    try {
      if (request.name === 'ascend') {
        return await answerAscend(controller.signal, shelf.get(request.arguments.network), request, send);
      }
      const answer = answers[request.name] as Answer<CallName>;
      const result = await answer(controller.signal, request.arguments, call);
      send({ call, kind: 'done', name: request.name, result } as Reply);
    } catch (error) {
      if (controller.signal.aborted) send({ call, kind: 'stopped', end: null });
      else if (isOutOfMemory(error)) lost(`The device ran out of memory (${toSentError(error).message}).`);
      else send({ call, kind: 'failed', error: toSentError(error) });
    } finally {
      running.delete(call);
    }
  };

  return (request) => {
    if (request.name === 'ping') send({ kind: 'pong' });
    else if (request.name === 'cancel') running.get(request.call)?.abort(new DOMException('Cancelled', 'AbortError'));
    else void run(request);
  };
}
