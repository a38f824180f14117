import type { Backend } from '../../shared/device';
import type { DeviceChoice } from './deviceChoice';

/** What to do about a lost worker: another one in its place, another device for all, or nothing works here. */
export type LossDecision = 'replace' | 'give-up' | { readonly backend: Backend; readonly workers: number | 'default' };

/** Losses after which a device is given up. */
const patience = 3;

/**
 * Counts lost workers. A GPU that has lost its context three times is not trusted again; a WebAssembly or CPU worker
 * counts only until work is done again, because tabs live long and a single crash says little.
 */
export class LossPolicy {
  #losses = 0;

  /** A device was opened: it starts with a clean record. */
  reset(): void {
    this.#losses = 0;
  }

  /** A slice was finished. */
  progress(backend: Backend): void {
    if (backend === 'wasm' || backend === 'cpu') this.#losses = 0;
  }

  /** @param refused the device did not even open: trying again is no use */
  decide(choice: DeviceChoice, refused: boolean): LossDecision {
    this.#losses += 1;
    if (!refused && this.#losses < patience) return 'replace';
    if (choice.backend === 'cpu') return 'give-up';
    if (choice.backend !== 'wasm') return { backend: 'wasm', workers: 'default' };
    // Several workers may just be too much for this machine's memory.
    return !refused && choice.workers > 1 ? { backend: 'wasm', workers: 1 } : { backend: 'cpu', workers: 'default' };
  }

  get losses(): number {
    return this.#losses;
  }
}
