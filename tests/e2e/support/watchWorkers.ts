import type { Page } from 'playwright-core';
import type { MemoryReport } from '../../../src/shared/device';
import type { Reply, Request } from '../../../src/shared/protocol';

/** One message between page and worker; `at` is `performance.now()` in the page. */
export interface Watched<Message> {
  readonly at: number;
  /** Place among all messages, both ways: clocks are too coarse to tell. */
  readonly order: number;
  /** Which of the workers started so far, from 0. */
  readonly worker: number;
  readonly message: Message;
}

interface Watch {
  readonly workers: Worker[];
  readonly sent: Watched<Request>[];
  readonly received: Watched<Reply>[];
}

declare global {
  interface Window {
    watch: Watch;
  }
}

/** Records every message between the page and its workers, from before the page's own scripts run. */
export async function watchWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watch: Watch = { workers: [], sent: [], received: [] };
    window.watch = watch;
    let order = 0;
    const Original = window.Worker;
    window.Worker = class extends Original {
      readonly #number: number;
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.#number = watch.workers.push(this) - 1;
        this.addEventListener('message', (event: MessageEvent<Reply>) =>
          watch.received.push({ at: performance.now(), order: order++, worker: this.#number, message: event.data }),
        );
      }
      override postMessage(message: unknown, options?: Transferable[] | StructuredSerializeOptions): void {
        watch.sent.push({ at: performance.now(), order: order++, worker: this.#number, message: message as Request });
        super.postMessage(message, options as StructuredSerializeOptions);
      }
    };
  });
}

/** Calls that have begun and not ended, in all workers: 0 when nothing is at work. */
export function openCalls(page: Page): Promise<number> {
  return page.evaluate(() => {
    const key = (worker: number, message: Request | Reply) => `${worker}/${'call' in message ? message.call : ''}`;
    const open = new Set<string>();
    for (const { worker, message } of window.watch.sent)
      if (message.name !== 'ping' && message.name !== 'cancel') open.add(key(worker, message));
    for (const { worker, message } of window.watch.received)
      if (message.kind === 'done' || message.kind === 'stopped' || message.kind === 'failed')
        open.delete(key(worker, message));
    return open.size;
  });
}

/** Waits until no worker has had anything to do for half a second. */
export async function waitUntilQuiet(page: Page, timeout = 120_000): Promise<void> {
  const end = Date.now() + timeout;
  for (let quiet = 0; quiet < 5; quiet = (await openCalls(page)) === 0 ? quiet + 1 : 0) {
    if (Date.now() > end) throw new Error(`The workers were not quiet within ${timeout} ms.`);
    await page.waitForTimeout(100);
  }
}

/** Asks the given workers for their memory, past the engine, with call numbers that it does not use. */
export function workerMemory(page: Page, numbers: readonly number[]): Promise<MemoryReport[]> {
  return page.evaluate(
    (wanted) =>
      Promise.all(
        wanted.map(
          (number) =>
            new Promise<MemoryReport>((resolve) => {
              const worker = window.watch.workers[number];
              const call = -1 - number;
              worker?.addEventListener('message', (event: MessageEvent<Reply>) => {
                const reply = event.data;
                if (reply.kind === 'done' && reply.call === call && reply.name === 'memory') resolve(reply.result);
              });
              worker?.postMessage({ call, name: 'memory', arguments: {} });
            }),
        ),
      ),
    [...numbers],
  );
}
