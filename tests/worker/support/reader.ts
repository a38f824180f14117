import { Bridge } from '../../../src/page/engine/bridge';
import { spawnWorker } from '../../../src/page/engine/workerPort';
import type { ConvertedNetwork } from '../../../src/shared/network';

const never = new AbortController().signal;
const limits = { interval: 250, silence: 6000, stall: 8000 };
/** On the page every conversion has a worker of its own. Here one reads many, since a new one takes a second. */
const mostReads = 50;

/** A worker that converts one set of files after the other, and is replaced when one of them has broken it. */
export class Reader {
  #bridge: Bridge | null = null;
  #reads = 0;
  /** Reasons of workers that crashed or hung. */
  readonly lost: string[] = [];

  async convert(...files: readonly File[]): Promise<ConvertedNetwork> {
    if (this.#reads >= mostReads) this.close();
    this.#bridge ??= new Bridge(spawnWorker, limits, (reason) => {
      this.lost.push(reason);
      this.#bridge = null;
      this.#reads = 0;
    });
    this.#reads += 1;
    const end = await this.#bridge.call(never, 'convert', { files, precision: 'f32', folder: null });
    if (end.stopped) throw new Error('Nobody stopped it.');
    return end.result;
  }

  close(): void {
    this.#bridge?.close('the test is over');
    this.#bridge = null;
    this.#reads = 0;
  }
}
