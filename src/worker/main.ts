/** The worker's entry: the only file that knows `self`. Opens the device, dispatches calls, sends replies. */
import { toSentError } from '../shared/errors';
import type { Reply, Request } from '../shared/protocol';
import { createDispatcher } from './dispatch';

const send = (reply: Reply, transfer: Transferable[] = []) => self.postMessage(reply, { transfer });

const dispatch = createDispatcher(send);

self.addEventListener('message', (event: MessageEvent<Request>) => {
  dispatch(event.data);
});

// An error outside any call would otherwise leave the page waiting for a worker that is not well.
self.addEventListener('unhandledrejection', (event) => {
  send({ kind: 'lost', reason: toSentError(event.reason).message });
});
