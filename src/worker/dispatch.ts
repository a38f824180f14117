import { toSentError } from '../shared/errors';
import type { CallName, Calls, Reply, Request } from '../shared/protocol';
import { answerAscend } from './calls/ascend';
import { calibrate } from './calls/calibrate';
import { checkInput } from './calls/checkInput';
import { crop } from './calls/crop';
import { detect } from './calls/detect';
import { embed } from './calls/embed';
import { evidence } from './calls/evidence';
import { explain } from './calls/explain';
import { hideFace } from './calls/hideFace';
import { NetworkShelf } from './calls/networkShelf';
import { occlude } from './calls/occlude';
import { perturb } from './calls/perturb';
import { place } from './calls/place';
import { randomise } from './calls/randomise';
import { recognise } from './calls/recognise';
import { regionNeeds } from './calls/regionNeeds';
import { rise } from './calls/rise';
import { buffersOf, type Send } from './calls/send';
import { trainHead } from './calls/trainHead';
import { memoryReport, openDevice } from './kernels/device';
import { isOutOfMemory } from './kernels/outOfMemory';

/** Answers one kind of call. What it returns or tells is given away: its buffers are handed over, not copied. */
type Answer<Name extends CallName> = (
  signal: AbortSignal,
  argument: Calls[Name]['arguments'],
  tell: (event: Calls[Name]['event']) => void,
) => Promise<Calls[Name]['result']>;

/** An `ascend` sends its own end, because a stopped one still has a state to give back. */
type Answers = { readonly [Name in Exclude<CallName, 'ascend'>]: Answer<Name> };

/** Turns requests into calls, keeps their abort controllers, and sends exactly one end for each. */
export function createDispatcher(send: Send): (request: Request) => void {
  const running = new Map<number, AbortController>();
  const shelf = new NetworkShelf();
  const lost = (reason: string) => send({ kind: 'lost', reason });
  const answers = createAnswers(shelf, lost);

  const run = async (request: Extract<Request, { arguments: unknown }>) => {
    const { call, name } = request;
    const controller = new AbortController();
    running.set(call, controller);
    try {
      if (name === 'ascend') {
        return await answerAscend(controller.signal, shelf.get(request.arguments.network), request, send);
      }
      const answer = answers[name] as Answer<CallName>;
      const tell = (event: object) => send({ call, kind: 'event', name, event } as Reply, buffersOf(event));
      const result = await answer(controller.signal, request.arguments, tell);
      send({ call, kind: 'done', name, result } as Reply, buffersOf(result));
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

function createAnswers(shelf: NetworkShelf, lost: (reason: string) => void): Answers {
  return {
    open: (_, { backend }) => openDevice(backend, lost),
    calibrate: (signal) => calibrate(signal),
    // The readers of foreign formats are large, and only the worker that converts needs them.
    readLabels: async (signal, request) => (await import('./calls/readLabels')).readLabels(signal, request),
    convert: async (signal, request, tell) => (await import('./calls/convert')).convert(signal, request, tell),
    store: async (signal, request, tell) => (await import('./calls/store')).store(signal, request, tell),
    load: (signal, { spec }, tell) => shelf.load(signal, spec, tell),
    unload: async (_, { network }) => shelf.unload(network),
    memory: async () => memoryReport(),
    detect: (signal, request) => detect(signal, shelf, request),
    place: (_, request) => place(shelf, request),
    crop: (signal, request) => crop(signal, shelf, request),
    checkInput: (signal, request) => checkInput(signal, shelf, request),
    recognise: (signal, request) => recognise(signal, shelf, request),
    embed: (signal, request, tell) => embed(signal, shelf, request, tell),
    trainHead: (signal, request, tell) => trainHead(signal, request, tell),
    explain: (signal, request, tell) => explain(signal, shelf, request, tell),
    evidence: (signal, request) => evidence(signal, shelf, request),
    randomise: (signal, request, tell) => randomise(signal, shelf, request, tell),
    perturb: (signal, request, tell) => perturb(signal, shelf, request, tell),
    occlude: (signal, request, tell) => occlude(signal, shelf, request, tell),
    rise: (signal, request, tell) => rise(signal, shelf, request, tell),
    regionNeeds: (signal, request, tell) => regionNeeds(signal, shelf, request, tell),
    hideFace: (signal, request, tell) => hideFace(signal, shelf, request, tell),
  };
}
