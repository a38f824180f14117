import type { Reply, Request } from '../../shared/protocol';
import workerUrl from '../../worker/main.ts?worker&url';

/** What a bridge hears from its worker. */
export interface PortListener {
  readonly onReply: (reply: Reply) => void;
  /** The worker has failed for good: its script did not load, threw, or sent what cannot be read. */
  readonly onFailure: (reason: string) => void;
}

/** One worker as the bridge needs it, so that tests can put another in its place. */
export interface WorkerPort {
  post(request: Request): void;
  terminate(): void;
}

export type Spawn = (listener: PortListener) => WorkerPort;

let entry: string | null = null;

/**
 * The address to start workers from, one for the page's life. A worker from a network address has only the policy that
 * its own response's headers give it, and a static host gives none; one from a `blob:` address inherits the page's.
 */
function workerEntry(): string {
  const code = `import ${JSON.stringify(new URL(workerUrl, document.baseURI).href)};`;
  entry ??= URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  return entry;
}

/**
 * Starts a worker thread. Nothing is transferred to it: the page keeps every ascent's last state, because that is what
 * the ascent goes on from when the worker dies; a copy costs 0.3 MB a slice.
 */
export const spawnWorker: Spawn = (listener) => {
  const worker = new Worker(workerEntry(), { type: 'module' });
  worker.addEventListener('message', (event: MessageEvent<Reply>) => listener.onReply(event.data));
  worker.addEventListener('messageerror', () => listener.onFailure('it sent a message that cannot be read'));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    listener.onFailure(event.message || 'its script could not be loaded or run');
  });
  return { post: (request) => worker.postMessage(request), terminate: () => worker.terminate() };
};
