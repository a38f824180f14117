import type { AscentSliceEnd } from '../../shared/calls/filterCalls';
import { fromSentError } from '../../shared/errors';
import type { CallName, Calls, Reply, Request } from '../../shared/protocol';
import { Watchdog, type WatchLimits } from './watchdog';
import { WorkerLostError } from './workerLostError';
import type { Spawn, WorkerPort } from './workerPort';

/** How a call ended that did not fail: with its result, or stopped by its signal. */
export type CallEnd<Name extends CallName> =
  | { readonly stopped: false; readonly result: Calls[Name]['result'] }
  | { readonly stopped: true; readonly end: AscentSliceEnd | null };

interface Pending {
  readonly onEvent: (event: unknown) => void;
  readonly resolve: (end: { stopped: false; result: unknown } | { stopped: true; end: AscentSliceEnd | null }) => void;
  readonly reject: (error: Error) => void;
}

/**
 * One worker as something to call. Every call settles: with the worker's answer, or with a `WorkerLostError` when the
 * worker fails, reports its device lost, falls silent, or is closed.
 */
export class Bridge {
  readonly #port: WorkerPort;
  readonly #watchdog: Watchdog;
  readonly #pending = new Map<number, Pending>();
  #lost: WorkerLostError | null = null;
  #lastCall = 0;

  /** @param onLost called once, after the pending calls have been rejected; not after `close`. */
  constructor(
    spawn: Spawn,
    limits: WatchLimits,
    private readonly onLost: (reason: string) => void,
  ) {
    this.#watchdog = new Watchdog(
      limits,
      () => this.#port.post({ name: 'ping' }),
      (reason) => this.#fail(reason),
    );
    this.#port = spawn({ onReply: (reply) => this.#receive(reply), onFailure: (reason) => this.#fail(reason) });
  }

  /**
   * Calls the worker. When the signal aborts, the worker is asked to stop, and the call still ends with the worker's
   * own answer: a stopped ascent brings its last whole step back.
   * @throws the signal's reason when it is aborted already, the worker's error, or a `WorkerLostError`
   */
  call<Name extends CallName>(
    signal: AbortSignal,
    name: Name,
    request: Calls[Name]['arguments'],
    onEvent: (event: Calls[Name]['event']) => void = () => {},
  ): Promise<CallEnd<Name>> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      if (this.#lost !== null) throw this.#lost;
      this.#lastCall += 1;
      const call = this.#lastCall;
      // TypeScript does not see that `name` and `arguments` belong together; `Calls` has just checked it.
      this.#port.post({ call, name, arguments: request } as Request);
      const cancel = () => this.#port.post({ name: 'cancel', call });
      signal.addEventListener('abort', cancel, { once: true });
      const settle = () => signal.removeEventListener('abort', cancel);
      this.#pending.set(call, {
        onEvent: onEvent as (event: unknown) => void,
        resolve: (end) => {
          settle();
          resolve(end as CallEnd<Name>);
        },
        reject: (error) => {
          settle();
          reject(error);
        },
      });
      this.#watchdog.start();
    });
  }

  /** Ends the worker; pending calls are rejected with a `WorkerLostError`. */
  close(reason: string): void {
    this.#end(new WorkerLostError(reason, true));
  }

  #end(lost: WorkerLostError): void {
    if (this.#lost !== null) return;
    this.#lost = lost;
    this.#watchdog.stop();
    this.#port.terminate();
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const call of pending) call.reject(lost);
  }

  #fail(reason: string): void {
    if (this.#lost !== null) return;
    this.#end(new WorkerLostError(reason, false));
    this.onLost(reason);
  }

  #receive(reply: Reply): void {
    if (this.#lost !== null) return;
    this.#watchdog.heard(reply.kind !== 'pong');
    if (reply.kind === 'pong') return;
    if (reply.kind === 'lost') this.#fail(reply.reason);
    else this.#answer(reply);
  }

  #answer(reply: Extract<Reply, { call: number }>): void {
    const pending = this.#pending.get(reply.call);
    if (pending === undefined) return;
    if (reply.kind === 'event') {
      pending.onEvent(reply.event);
      return;
    }
    this.#pending.delete(reply.call);
    if (this.#pending.size === 0) this.#watchdog.stop();
    if (reply.kind === 'done') pending.resolve({ stopped: false, result: reply.result });
    else if (reply.kind === 'stopped') pending.resolve({ stopped: true, end: reply.end });
    else pending.reject(fromSentError(reply.error));
  }
}
