import type { LoadProgress } from '../../shared/calls/networkCalls';
import { backendNames, type DeviceInfo } from '../../shared/device';
import { FoveaError } from '../../shared/errors';
import type { LoadedNetwork, NetworkSpec } from '../../shared/network';
import type { Calls } from '../../shared/protocol';
import { CpuHelp } from './cpuHelp';
import { Deferred } from './deferred';
import { type DeviceChoice, workersFor } from './deviceChoice';
import type { DeviceProbe } from './deviceProbe';
import type { EngineParts } from './engineParts';
import { Listeners } from './listeners';
import { LossPolicy } from './lossPolicy';
import { Pool } from './pool';
import { Scheduler } from './scheduler';
import type { Slot } from './slot';
import { networksOf, type TaskName } from './taskRun';
import type { AscentJob, EngineNotice, LostNetwork, TaskOptions, TileFrame } from './types';

/** Keeps the workers of the chosen device alive: replaces lost ones, falls back to another device, or gives up. */
export class Supervisor {
  readonly notices = new Listeners<EngineNotice>();
  readonly devices = new Listeners<DeviceInfo | null>();
  readonly helpWishes = new Listeners<boolean>();
  readonly lostNetworks = new Listeners<LostNetwork>();
  readonly pool: Pool;
  readonly scheduler: Scheduler;
  readonly #help: CpuHelp;
  readonly #losses = new LossPolicy();
  #choice: DeviceChoice | null = null;
  #device = new Deferred<DeviceInfo>();
  /** Set when no device works, or the engine is closed: what every caller gets. */
  #failure: FoveaError | null = null;

  constructor(
    private readonly parts: EngineParts,
    private readonly probe: DeviceProbe,
  ) {
    this.pool = new Pool(parts.spawn, parts.limits, {
      onChange: () => this.scheduler.schedule(),
      onOpen: (slot) => this.#announce(slot),
      onLost: (slot, reason, refused) => this.#takeLoss(slot, reason, refused),
      onLoadFailed: (_slot, network, error) => this.#tellLoadFailed(network, error),
      onNetworkLost: (network, error) => {
        this.scheduler.failNetwork(network, error);
        this.lostNetworks.tell({ network, error });
      },
    });
    this.scheduler = new Scheduler({
      slots: () => this.pool.slots,
      onFree: (slot) => void this.pool.loadNext(slot),
      onProgress: (slot) => (slot.helper ? this.#help.progress() : this.#losses.progress(slot.backend)),
    });
    const { rebuildDelay, override } = parts;
    const tell = (notice: EngineNotice) => {
      this.notices.tell(notice);
      this.#tellDevice();
    };
    const onGivenUp = () => this.helpWishes.tell(false);
    this.#help = new CpuHelp({ pool: this.pool, probe, rebuildDelay, tell, onGivenUp }, override.help);
  }

  /** The device in use, once its first worker is open. Rejects with a FoveaError when none works. */
  device(): Promise<DeviceInfo> {
    return this.#device.promise;
  }

  /** Opens the workers of a device in place of those there are. */
  open(choice: DeviceChoice): void {
    this.#losses.reset();
    this.#failure = null;
    this.#switchTo(choice);
  }

  /** Whether the processor's cores help a GPU; without one it changes nothing until there is one. */
  help(wanted: boolean): void {
    this.#help.set(wanted);
    this.#tellDevice();
  }

  loadNetwork(
    signal: AbortSignal,
    spec: NetworkSpec,
    onProgress?: (progress: LoadProgress) => void,
  ): Promise<LoadedNetwork> {
    return this.#failure === null
      ? this.pool.shelf.load(signal, spec, onProgress)
      : Promise.reject(signal.aborted ? signal.reason : this.#failure);
  }

  /** Ends what works on a network and frees it in every worker. */
  unloadNetwork(network: string): void {
    const error = new FoveaError(`The network “${network}” was removed.`, 'Add its files again.');
    this.scheduler.failNetwork(network, error);
    this.pool.unload(network, error);
  }

  async *ascend(signal: AbortSignal, job: AscentJob): AsyncGenerator<TileFrame, void, undefined> {
    signal.throwIfAborted();
    if (this.#failure !== null) throw this.#failure;
    if (!this.pool.shelf.has(job.network))
      throw new FoveaError(`The network “${job.network}” is not loaded.`, 'Load it before its filters are asked for.');
    yield* this.scheduler.frames(signal, job);
  }

  async run<Name extends TaskName>(
    signal: AbortSignal,
    name: Name,
    request: Calls[Name]['arguments'],
    options?: TaskOptions<Name>,
  ): Promise<Calls[Name]['result']> {
    signal.throwIfAborted();
    if (this.#failure !== null) throw this.#failure;
    const missing = networksOf(request).find((id) => !this.pool.shelf.has(id));
    if (missing !== undefined) throw new FoveaError(`The network “${missing}” is not loaded.`, 'Load it first.');
    return this.scheduler.run(signal, name, request, options);
  }

  dispose(error: FoveaError): void {
    this.#fail(error);
  }

  #switchTo(choice: DeviceChoice): void {
    this.#choice = choice;
    // Whoever still waits for the first device gets the one that takes its place.
    if (this.#device.settled) this.#device = new Deferred();
    this.pool.open(choice.backend, choice.workers);
    this.#help.follow(choice);
  }

  #announce(slot: Slot): void {
    const device = slot.helper ? null : this.#describe(slot);
    if (device === null) return;
    this.#device.resolve(device);
    this.devices.tell(device);
  }

  #describe({ report }: Slot): DeviceInfo | null {
    if (report === null || this.#choice === null) return null;
    return { ...report, workers: this.#choice.workers, helpers: this.#help.count };
  }

  /** Its helpers have changed, if a device is open. */
  #tellDevice(): void {
    const open = this.pool.slots.find(({ helper, report }) => !helper && report !== null);
    const device = open === undefined ? null : this.#describe(open);
    if (device === null) return;
    this.#device = new Deferred();
    this.#device.resolve(device);
    this.devices.tell(device);
  }

  #takeLoss(slot: Slot, reason: string, refused: boolean): void {
    const choice = this.#choice;
    if (this.#failure !== null || choice === null) return;
    if (slot.helper) {
      this.#help.takeLoss(reason, refused);
      return;
    }
    if (choice.backend !== slot.backend) return;
    const decision = this.#losses.decide(choice, refused);
    const name = backendNames[slot.backend];
    const what = refused
      ? `${name} could not be opened: ${reason.replace(/\.$/, '')}`
      : `A ${name} worker was lost: ${reason.replace(/\.$/, '')}`;
    if (decision === 'give-up') this.#giveUp(what);
    else if (decision === 'replace') {
      this.notices.tell({ severity: 'warning', message: `${what}. It is rebuilt and goes on from the last frame.` });
      setTimeout(() => this.#replace(choice), this.parts.rebuildDelay * this.#losses.losses);
    } else {
      const { backend } = decision;
      const workers = decision.workers === 'default' ? workersFor(backend, this.probe) : decision.workers;
      const message = `${what}. From now on ${backendNames[backend]} computes, with ${workers === 1 ? 'one worker' : `${workers} workers`}.`;
      this.notices.tell({
        severity: 'warning',
        message,
        remedy: 'Choose the device again in the device badge to retry.',
      });
      this.#losses.reset();
      this.#switchTo({ backend, workers });
    }
  }

  #replace(choice: DeviceChoice): void {
    if (this.#choice === choice && this.#failure === null) this.pool.add(choice.backend);
  }

  #giveUp(what: string): void {
    const remedy = 'Reload the page, close other tabs to free memory, or choose another device in the device badge.';
    const failure = new FoveaError(`No device works any longer. ${what}.`, remedy);
    this.notices.tell({ severity: 'error', message: failure.message, remedy });
    this.#fail(failure);
  }

  #fail(failure: FoveaError): void {
    this.#failure = failure;
    this.#help.stop();
    // A device that was open before is no answer any longer.
    if (this.#device.settled) this.#device = new Deferred();
    this.#device.reject(failure);
    this.devices.tell(null);
    this.pool.close(failure.message);
    this.scheduler.failAll(failure);
    for (const shelved of this.pool.shelf.all()) if (!shelved.loaded) this.pool.shelf.drop(shelved, failure);
  }

  #tellLoadFailed(network: string, error: unknown): void {
    const cause = error instanceof Error ? error.message : String(error);
    this.notices.tell({
      severity: 'warning',
      message: `One of the workers could not load “${network}” (${cause}); the others go on.`,
    });
  }
}
