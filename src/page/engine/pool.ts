import type { Backend, MemoryReport } from '../../shared/device';
import { copiesOf } from './copiesOf';
import { NetworkShelf, type ShelvedNetwork } from './networkShelf';
import { Slot } from './slot';
import type { WatchLimits } from './watchdog';
import { WorkerLostError } from './workerLostError';
import type { Spawn } from './workerPort';

export interface PoolEvents {
  /** A worker may have become free, or can serve a network now. */
  readonly onChange: () => void;
  readonly onOpen: (slot: Slot) => void;
  /** @param refused its device did not open */
  readonly onLost: (slot: Slot, reason: string, refused: boolean) => void;
  /** One worker could not load a network that another one has loaded. */
  readonly onLoadFailed: (slot: Slot, network: string, error: unknown) => void;
  /** No worker holds a network any longer that was loaded before, and none could load it again: it is off the shelf. */
  readonly onNetworkLost: (network: string, error: unknown) => void;
}

/** The workers and the networks they hold. Which device, and what to do about losses, is decided above it. */
export class Pool {
  readonly shelf = new NetworkShelf((shelved) => this.#announce(shelved));
  #slots: Slot[] = [];
  #never = new AbortController();

  constructor(
    private readonly spawn: Spawn,
    private readonly limits: (backend: Backend) => WatchLimits,
    private readonly events: PoolEvents,
  ) {}

  get slots(): readonly Slot[] {
    return this.#slots;
  }

  /** Closes all workers and starts new ones, which load every network of the shelf. */
  open(backend: Backend, size: number): void {
    this.close('the device was changed');
    for (let i = 0; i < size; i += 1) this.add(backend);
  }

  /** Starts one more worker. The chosen device's stand before the helpers: they get calls and networks first. */
  add(backend: Backend, helper = false): void {
    const lose = (lost: Slot, reason: string) => this.#lose(lost, reason, false);
    const slot = new Slot(backend, this.spawn, this.limits(backend), lose, helper);
    const firstHelper = this.#slots.findIndex((other) => other.helper);
    this.#slots.splice(helper || firstHelper < 0 ? this.#slots.length : firstHelper, 0, slot);
    for (const shelved of this.shelf.all()) if (this.#wants(shelved)) slot.toLoad.push(shelved);
    void this.#openSlot(slot);
  }

  /** Closes all workers; what they work on stays in the queue. */
  close(reason: string): void {
    this.#close(this.#slots, reason);
  }

  /** Closes the helpers; the others take over what these work on. */
  closeHelpers(reason: string): void {
    this.#close(
      this.#slots.filter(({ helper }) => helper),
      reason,
    );
  }

  #close(closing: readonly Slot[], reason: string): void {
    this.#slots = this.#slots.filter((slot) => !closing.includes(slot));
    for (const slot of closing) slot.close(reason);
  }

  /** Asks every open worker; one that dies meanwhile is left out. */
  async memory(): Promise<readonly MemoryReport[]> {
    const open = this.#slots.filter((slot) => slot.report !== null);
    const ends = await Promise.allSettled(open.map((slot) => slot.bridge.call(this.#never.signal, 'memory', {})));
    return ends.flatMap((end) => (end.status === 'fulfilled' && !end.value.stopped ? [end.value.result] : []));
  }

  async #openSlot(slot: Slot): Promise<void> {
    try {
      const end = await slot.bridge.call(this.#never.signal, 'open', { backend: slot.backend });
      if (end.stopped || slot.closed) return;
      slot.report = end.result;
      this.events.onOpen(slot);
      await this.loadNext(slot);
    } catch (error) {
      if (error instanceof WorkerLostError) return;
      slot.close('its device did not open');
      this.#lose(slot, error instanceof Error ? error.message : String(error), true);
    }
  }

  /** Takes a network off the shelf and out of every worker, once what works on it there has ended. */
  unload(network: string, error: unknown): void {
    const shelved = this.shelf.all().find(({ spec }) => spec.id === network);
    if (shelved !== undefined) this.shelf.drop(shelved, error);
    for (const slot of this.#slots) {
      if (!slot.networks.delete(network)) continue;
      slot.toUnload.push(network);
      void this.loadNext(slot);
    }
  }

  /** Lets an otherwise idle worker unload and load what it has to; to be called whenever a worker becomes free. */
  async loadNext(slot: Slot): Promise<void> {
    while (!slot.busy && !slot.closed && slot.report !== null) {
      const [unwanted] = slot.toUnload;
      const [shelved] = slot.toLoad;
      slot.busy = true;
      if (unwanted !== undefined) {
        await this.#unloadFrom(slot, unwanted);
        slot.toUnload.shift();
      } else if (shelved !== undefined) {
        await this.#loadInto(slot, shelved);
        slot.toLoad.shift();
      }
      slot.busy = false;
      if (unwanted === undefined && shelved === undefined) break;
    }
    this.events.onChange();
  }

  async #unloadFrom(slot: Slot, network: string): Promise<void> {
    try {
      await slot.bridge.call(this.#never.signal, 'unload', { network });
    } catch (error) {
      // A worker that is lost holds nothing any longer.
      if (!(error instanceof WorkerLostError)) throw error;
    }
  }

  async #loadInto(slot: Slot, shelved: ShelvedNetwork): Promise<void> {
    const { controller, spec } = shelved;
    if (controller.signal.aborted) return;
    try {
      const end = await slot.bridge.call(controller.signal, 'load', { spec }, (progress) =>
        this.shelf.tellProgress(shelved, progress),
      );
      if (end.stopped) return;
      if (controller.signal.aborted) {
        slot.toUnload.push(spec.id);
        return;
      }
      slot.networks.add(spec.id);
      shelved.loaded = true;
      shelved.answer.resolve(end.result);
    } catch (error) {
      if (error instanceof WorkerLostError || controller.signal.aborted) return;
      if (this.#hasOthers(slot, shelved)) this.events.onLoadFailed(slot, spec.id, error);
      else this.shelf.drop(shelved, error);
      if (shelved.loaded && controller.signal.aborted) this.events.onNetworkLost(spec.id, error);
    }
  }

  /** True where another worker holds the network, or is to load it again. */
  #hasOthers(slot: Slot, shelved: ShelvedNetwork): boolean {
    if (!shelved.loaded) return false;
    return this.#slots.some(
      (other) => other !== slot && (other.networks.has(shelved.spec.id) || other.toLoad.includes(shelved)),
    );
  }

  #announce(shelved: ShelvedNetwork): void {
    // A worker that once had it, before it was dropped, has to load it again: its files may be others.
    for (const slot of this.#slots) slot.networks.delete(shelved.spec.id);
    for (const slot of this.#slots) {
      if (!this.#wants(shelved)) break;
      slot.toLoad.push(shelved);
      void this.loadNext(slot);
    }
  }

  /** True while fewer workers hold the network, or are to load it, than the machine's memory bears. */
  #wants(shelved: ShelvedNetwork): boolean {
    const holders = this.#slots.filter(
      (slot) => slot.networks.has(shelved.spec.id) || slot.toLoad.some((other) => other === shelved),
    );
    return holders.length < copiesOf(shelved.spec);
  }

  #lose(slot: Slot, reason: string, refused: boolean): void {
    this.#slots = this.#slots.filter((other) => other !== slot);
    this.events.onLost(slot, reason, refused);
  }
}
