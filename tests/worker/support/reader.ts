import { Bridge } from '../../../src/page/engine/bridge';
import { spawnWorker } from '../../../src/page/engine/workerPort';
import type { CallName, Calls } from '../../../src/shared/protocol';

/** As on the page, but that nobody waits a minute for one that hangs. */
const limits = { interval: 1000, silence: 20_000, stall: 20_000 };
/** On the page every set of files has a worker of its own. Here one reads many, since a new one takes a second. */
const mostReads = 250;

/** A worker that answers calls on one set of files after the other, and is replaced when one of them has broken it. */
export class Reader {
  #bridge: Bridge | null = null;
  #reads = 0;
  /** Reasons of workers that crashed or hung. */
  readonly lost: string[] = [];
  /** How often each call was asked for. */
  readonly asked = new Map<CallName, number>();

  /** As `callOwnWorker`. */
  async call<Name extends CallName>(
    signal: AbortSignal,
    name: Name,
    request: Calls[Name]['arguments'],
    onEvent: (event: Calls[Name]['event']) => void = () => {},
  ): Promise<Calls[Name]['result']> {
    this.asked.set(name, (this.asked.get(name) ?? 0) + 1);
    if (this.#reads >= mostReads) this.close();
    this.#bridge ??= new Bridge(spawnWorker, limits, (reason) => {
      this.lost.push(reason);
      this.#bridge = null;
      this.#reads = 0;
    });
    this.#reads += 1;
    const end = await this.#bridge.call(signal, name, request, onEvent);
    if (end.stopped) throw new Error('Nobody stopped it.');
    return end.result;
  }

  close(): void {
    this.#bridge?.close('the test is over');
    this.#bridge = null;
    this.#reads = 0;
  }
}
