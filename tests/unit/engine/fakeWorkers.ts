import type { PortListener, Spawn } from '../../../src/page/engine/workerPort';
import type { AscentState } from '../../../src/shared/ascent';
import type { AscendSlice } from '../../../src/shared/calls/filterCalls';
import type { Backend } from '../../../src/shared/device';
import type { LayerInfo } from '../../../src/shared/network';
import type { Reply, Request } from '../../../src/shared/protocol';

export interface FakeBehaviour {
  /** Milliseconds of one ascent step. */
  readonly stepTime: number;
  /** Milliseconds of a call that is no ascent. */
  readonly callTime: number;
  /** Milliseconds to load a network. */
  readonly loadTime: number;
  /** Layers that a network's answer lists, by id. */
  readonly layers: Readonly<Record<string, readonly LayerInfo[]>>;
  /** Networks whose files cannot be read. */
  readonly unreadable: readonly string[];
  /** Loading tells how far it is. */
  readonly tellsProgress: boolean;
  /** Devices that do not open. */
  readonly refuses: readonly Backend[];
  /** A call that never ends, whatever cancels it, on a device. */
  readonly stuck: readonly ['open' | 'calibrate', Backend] | null;
  /** Milliseconds of the calibration job. */
  readonly calibration: Partial<Record<Backend, number>>;
  /** Called before each step: a message thrown here fails the slice. */
  readonly beforeStep: (worker: FakeWorker, slice: AscendSlice, step: number) => void;
}

const usual: FakeBehaviour = {
  stepTime: 30,
  callTime: 100,
  loadTime: 20,
  layers: {},
  unreadable: [],
  tellsProgress: false,
  refuses: [],
  stuck: null,
  calibration: {},
  beforeStep: () => {},
};

/** Objective that a fake worker reports for the image before a step. */
export const fakeObjective = (filter: number, step: number) => filter * 1000 + step;

/** The state after a step: it names its filter and step, so that a mixed-up state shows. */
const stateAfter = (filter: number, step: number): AscentState => ({
  step,
  parameters: Float32Array.of(filter, step),
  moments: new Float32Array(0),
  alive: true,
});

/** A worker as the protocol knows it, with timers in place of tensors. */
export class FakeWorker {
  backend: Backend | null = null;
  dead = false;
  terminated = false;
  /** Slices and loads at work, by call. */
  readonly active = new Map<number, { readonly slice: AscendSlice | null; cancel: () => void; halt: () => void }>();
  readonly networks = new Set<string>();

  constructor(
    private readonly fleet: FakeFleet,
    private readonly listener: PortListener,
  ) {}

  /** Falls silent, as a crashed or closed thread does. */
  die(): void {
    this.dead = true;
    for (const { halt } of this.active.values()) halt();
    this.active.clear();
  }

  /** Reports its device lost. */
  lose(reason = 'context lost'): void {
    if (this.dead) return;
    this.reply({ kind: 'lost', reason });
    this.die();
  }

  /** Throws an uncaught error. */
  crash(): void {
    if (this.dead) return;
    this.die();
    this.listener.onFailure('Uncaught error');
  }

  terminate(): void {
    this.terminated = true;
    this.die();
  }

  post(request: Request): void {
    // Messages are copied between threads: what a test changes later must not change what was sent.
    const message = structuredClone(request);
    queueMicrotask(() => {
      if (!this.dead) this.#receive(message);
    });
  }

  reply(reply: Reply): void {
    if (!this.dead) this.listener.onReply(reply);
  }

  #receive(request: Request): void {
    if (request.name === 'ping') this.reply({ kind: 'pong' });
    else if (request.name === 'cancel') this.active.get(request.call)?.cancel();
    else if (request.name === 'open') this.#open(request.call, request.arguments.backend);
    else if (request.name === 'calibrate' && !this.#isStuck('calibrate')) {
      this.fleet.onCalibrate();
      this.#later(request.call, 5, () => {
        const milliseconds = this.fleet.behaviour.calibration[this.backend ?? 'cpu'] ?? 1;
        this.reply({ call: request.call, kind: 'done', name: 'calibrate', result: { milliseconds } });
      });
    } else if (request.name === 'load') this.#load(request.call, request.arguments.spec.id);
    else if (request.name === 'unload') {
      if (this.active.size > 0) this.fleet.faults.push('unloaded while at work');
      if (!this.networks.delete(request.arguments.network)) this.fleet.faults.push('unloaded what is not loaded');
      this.reply({ call: request.call, kind: 'done', name: 'unload', result: null });
    } else if (request.name === 'ascend') this.#ascend(request.call, request.arguments);
    else if (request.name === 'recognise') this.#recognise(request.call, request.arguments.network);
    else if (request.name === 'memory')
      this.reply({
        call: request.call,
        kind: 'done',
        name: 'memory',
        result: { tensors: this.active.size, tensorBytes: 0, deviceBytes: 0 },
      });
  }

  #isStuck(call: 'open' | 'calibrate'): boolean {
    const { stuck } = this.fleet.behaviour;
    return stuck !== null && stuck[0] === call && stuck[1] === this.backend;
  }

  #open(call: number, backend: Backend): void {
    this.backend = backend;
    if (this.#isStuck('open')) return;
    if (this.fleet.behaviour.refuses.includes(backend)) {
      const error = { name: 'FoveaError', message: `no ${backend}`, remedy: 'none' };
      this.reply({ call, kind: 'failed', error });
      return;
    }
    const result = { backend, renderer: 'fake', precision: 'f32', kernels: [] } as const;
    this.reply({ call, kind: 'done', name: 'open', result });
  }

  /** Each worker reads at a pace of its own. */
  #tellProgress(call: number): void {
    const pace = 1 + (this.fleet.workers.indexOf(this) % 3);
    for (let part = 1; part <= 5; part += 1) {
      const progress = {
        loadedBytes: part * 100 * pace,
        totalBytes: 1500,
        stage: part === 5 ? 'building' : 'loading',
      } as const;
      setTimeout(
        () => this.active.has(call) && this.reply({ call, kind: 'event', name: 'load', event: progress }),
        (part * this.fleet.behaviour.loadTime) / 6,
      );
    }
  }

  #load(call: number, id: string): void {
    if (this.fleet.behaviour.tellsProgress) this.#tellProgress(call);
    this.#later(call, this.fleet.behaviour.loadTime, () => {
      if (id.startsWith('bad') || this.fleet.behaviour.unreadable.includes(id)) {
        this.reply({ call, kind: 'failed', error: { name: 'FoveaError', message: 'bad files', remedy: 'others' } });
        return;
      }
      this.networks.add(id);
      const info = {
        id,
        name: id,
        input: [8, 8, 3],
        parameters: 1,
        layers: 1,
        preprocessing: { order: 'rgb', mean: [0, 0, 0], scale: 1 },
        outputs: { embedding: null, classes: [] },
        margin: 0,
        hash: id,
      } as const;
      this.reply({ call, kind: 'done', name: 'load', result: { info, layers: this.fleet.behaviour.layers[id] ?? [] } });
    });
  }

  /** Takes `callTime`; the answer's embedding names the worker. */
  #recognise(call: number, network: string): void {
    if (!this.networks.has(network)) this.fleet.faults.push(`call on a network that is not loaded: ${network}`);
    if (this.active.size > 0) this.fleet.faults.push('two calls in one worker');
    this.fleet.calls += 1;
    this.#later(call, this.fleet.behaviour.callTime, () => {
      const embedding = Float32Array.of(this.fleet.workers.indexOf(this));
      this.reply({ call, kind: 'done', name: 'recognise', result: { embedding, outputs: [], identity: null } });
    });
  }

  /** Runs after a while, unless cancelled or dead. */
  #later(call: number, time: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.active.delete(call);
      if (!this.dead) work();
    }, time);
    const cancel = () => {
      clearTimeout(timer);
      this.active.delete(call);
      this.reply({ call, kind: 'stopped', end: null });
    };
    this.active.set(call, { slice: null, cancel, halt: () => clearTimeout(timer) });
  }

  #ascend(call: number, slice: AscendSlice): void {
    const { filter, untilStep, budget, frameInterval, network } = slice;
    this.fleet.check(this, slice);
    let step = slice.state?.step ?? 0;
    // A state at its end is drawn anew.
    const drawOnly = step > 0 && step >= untilStep;
    let framed = step;
    let time = 0;
    let sinceFrame = Number.POSITIVE_INFINITY;
    let timer: ReturnType<typeof setTimeout>;
    const { stepTime, beforeStep } = this.fleet.behaviour;
    const frame = () => {
      const objectives = Array.from({ length: step - framed }, (_, i) => fakeObjective(filter, framed + i + 1));
      framed = step;
      sinceFrame = 0;
      const picture = { width: 1, height: 1, rgba: Uint8ClampedArray.of(filter, step, 0, 255) };
      if (objectives.length > 0 || drawOnly)
        this.reply({ call, kind: 'event', name: 'ascend', event: { filter, step, objectives, picture, dead: false } });
    };
    const end = () => ({
      state: stateAfter(filter, step),
      values: slice.wantValues && step >= untilStep ? Float32Array.of(step) : null,
    });
    const next = () => {
      try {
        beforeStep(this, slice, step + 1);
      } catch (error) {
        this.active.delete(call);
        this.reply({ call, kind: 'failed', error: { name: 'Error', message: String(error), remedy: '' } });
        return;
      }
      timer = setTimeout(() => {
        if (this.dead) return;
        if (!drawOnly) step += 1;
        time += stepTime;
        sinceFrame += stepTime;
        this.fleet.stepsDone += 1;
        const last = step >= untilStep || time >= budget;
        if (last || sinceFrame >= frameInterval) frame();
        if (!last) {
          next();
          return;
        }
        this.active.delete(call);
        this.reply({ call, kind: 'done', name: 'ascend', result: end() });
      }, stepTime);
    };
    const cancel = () => {
      clearTimeout(timer);
      this.active.delete(call);
      if (step > (slice.state?.step ?? 0)) frame();
      this.reply({ call, kind: 'stopped', end: step > 0 ? end() : null });
    };
    this.active.set(call, { slice, cancel, halt: () => clearTimeout(timer) });
    if (!this.networks.has(network)) this.fleet.faults.push(`slice on a network that is not loaded: ${network}`);
    next();
  }
}

/** All workers that an engine has started, and what went wrong in how it used them. */
export class FakeFleet {
  readonly workers: FakeWorker[] = [];
  /** Breaches of the protocol: a filter in two workers at once, a state of another filter, … */
  readonly faults: string[] = [];
  readonly slices: AscendSlice[] = [];
  stepsDone = 0;
  /** Calls that were begun and are no ascents. */
  calls = 0;
  behaviour: FakeBehaviour;
  /** Called when a device is measured. */
  onCalibrate: () => void = () => {};

  constructor(behaviour: Partial<FakeBehaviour> = {}) {
    this.behaviour = { ...usual, ...behaviour };
  }

  readonly spawn: Spawn = (listener) => {
    const worker = new FakeWorker(this, listener);
    this.workers.push(worker);
    return worker;
  };

  get alive(): readonly FakeWorker[] {
    return this.workers.filter((worker) => !worker.dead);
  }

  /** Slices at work in living workers. */
  get running(): readonly AscendSlice[] {
    return this.alive.flatMap((worker) => [...worker.active.values()].flatMap(({ slice }) => slice ?? []));
  }

  /** Workers that nobody has ended. */
  get unterminated(): number {
    return this.workers.filter((worker) => !worker.terminated).length;
  }

  check(worker: FakeWorker, slice: AscendSlice): void {
    this.slices.push(slice);
    const { filter, layer, state } = slice;
    if (worker.active.size > 0) this.faults.push('two calls in one worker');
    if (this.running.some((other) => other.filter === filter && other.layer === layer))
      this.faults.push(`filter ${filter} in two workers`);
    const [ofFilter, atStep] = state?.parameters ?? [filter, 0];
    if (ofFilter !== filter || atStep !== (state?.step ?? 0)) this.faults.push(`filter ${filter} got another's state`);
  }
}
