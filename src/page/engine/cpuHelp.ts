import { type DeviceChoice, helpersFor } from './deviceChoice';
import type { DeviceProbe } from './deviceProbe';
import type { Pool } from './pool';
import type { EngineNotice } from './types';

/** Losses of helpers, with no work of theirs done in between, after which the GPU goes on alone. */
const patience = 3;

interface CpuHelpParts {
  readonly pool: Pool;
  readonly probe: DeviceProbe;
  /** Milliseconds before a lost helper is replaced. */
  readonly rebuildDelay: number;
  readonly tell: (notice: EngineNotice) => void;
  /** The helpers were given up: the wish is withdrawn until the user has it again. */
  readonly onGivenUp: () => void;
}

/**
 * WebAssembly workers beside a GPU, on request: they take from the same queue. Losing them never costs the GPU
 * anything, so they are no part of the policy that gives devices up.
 */
export class CpuHelp {
  #wanted: boolean;
  #choice: DeviceChoice | null = null;
  #losses = 0;
  /** Set while lost helpers are about to be replaced. */
  #rebuild: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly parts: CpuHelpParts,
    wanted: boolean,
  ) {
    this.#wanted = wanted;
  }

  /** How many help the device in use. */
  get count(): number {
    return this.#wanted && this.#choice !== null ? helpersFor(this.#choice, this.parts.probe) : 0;
  }

  /** Another device has been opened: its helpers with it. */
  follow(choice: DeviceChoice): void {
    this.#forgetLosses();
    this.#choice = choice;
    this.#fill();
  }

  /** No device is open any longer, and nobody to help; the wish stays. */
  stop(): void {
    this.#forgetLosses();
    this.#choice = null;
  }

  /** The user's wish. */
  set(wanted: boolean): void {
    this.#forgetLosses();
    this.#wanted = wanted;
    if (wanted) this.#fill();
    else this.parts.pool.closeHelpers('the processor is to help no longer');
  }

  /** A helper has finished something. */
  progress(): void {
    this.#losses = 0;
  }

  /** A helper was lost: another one in its place, unless that has been tried often enough. */
  takeLoss(reason: string, refused: boolean): void {
    // They fail together where one cannot open.
    if (!this.#wanted) return;
    // Those that fall together, of one cause, are replaced together and count as one.
    if (this.#rebuild === null) this.#losses += 1;
    const cause = reason.replace(/\.$/, '');
    if (refused || this.#losses >= patience) {
      this.set(false);
      const remedy = 'Switch the help on again in the device badge to retry.';
      this.parts.onGivenUp();
      this.parts.tell({ severity: 'warning', message: `The processor helps no longer: ${cause}.`, remedy });
      return;
    }
    this.#rebuild ??= setTimeout(() => {
      this.#rebuild = null;
      this.#fill();
    }, this.parts.rebuildDelay * this.#losses);
  }

  #forgetLosses(): void {
    this.#losses = 0;
    if (this.#rebuild !== null) clearTimeout(this.#rebuild);
    this.#rebuild = null;
  }

  /** Opens as many as are missing. */
  #fill(): void {
    const { pool } = this.parts;
    for (let open = pool.slots.filter(({ helper }) => helper).length; open < this.count; open += 1)
      pool.add('wasm', true);
  }
}
