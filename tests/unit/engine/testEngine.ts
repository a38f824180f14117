import { createEngine } from '../../../src/page/engine/createEngine';
import type { DeviceOverride } from '../../../src/page/engine/deviceOverride';
import type { DeviceProbe } from '../../../src/page/engine/deviceProbe';
import type { AscentJob, Engine, EngineNotice, TileFrame } from '../../../src/page/engine/types';
import type { NetworkSpec } from '../../../src/shared/network';
import { presetSettings } from '../../../src/shared/presets';
import type { FakeFleet } from './fakeWorkers';

export interface TestEngineOptions {
  readonly override?: Partial<DeviceOverride>;
  readonly probe?: Partial<DeviceProbe>;
  readonly storage?: Pick<Storage, 'getItem' | 'setItem'>;
}

/** An engine on fake workers: WASM with two workers unless the options say otherwise. */
export function testEngine(fleet: FakeFleet, options: TestEngineOptions = {}) {
  const notices: EngineNotice[] = [];
  const engine = createEngine({
    spawn: fleet.spawn,
    probe: () => {
      const cores = options.override?.workers ?? 2;
      return { renderer: null, wasm: true, cores, userAgent: 'test', ...options.probe };
    },
    override: { backend: 'auto', workers: null, help: false, ...options.override },
    storage: options.storage ?? null,
    limits: () => ({ interval: 1000, silence: 5000, stall: 30_000 }),
    rebuildDelay: 10,
  });
  engine.onNotice((notice) => notices.push(notice));
  return { engine, notices };
}

export const networkSpec = (id = 'net'): NetworkSpec => ({
  id,
  name: id,
  source: { format: 'random-vgg16', seed: 1 },
  preprocessing: { order: 'rgb', mean: [0, 0, 0], scale: 1 },
});

export const job = (filters: readonly number[], steps = 10, more: Partial<AscentJob> = {}): AscentJob => ({
  network: 'net',
  layer: 'layer',
  filters,
  settings: { ...presetSettings('fovea'), steps },
  ...more,
});

/** A job being read: its frames so far, and how it ended. */
export interface Reading {
  readonly frames: TileFrame[];
  outcome: 'reading' | 'ended' | { readonly error: unknown };
  readonly finished: Promise<void>;
}

/** Reads a job's frames as they come. */
export function read(engine: Engine, signal: AbortSignal, ascentJob: AscentJob): Reading {
  const frames: TileFrame[] = [];
  const reading: Reading = { frames, outcome: 'reading', finished: Promise.resolve() };
  const finished = (async () => {
    try {
      for await (const frame of engine.ascend(signal, ascentJob)) frames.push(frame);
      reading.outcome = 'ended';
    } catch (error) {
      reading.outcome = { error };
    }
  })();
  return Object.assign(reading, { finished });
}

/** All objectives that the frames told of for one filter, in order. */
export const objectivesOf = (reading: Reading, filter: number) =>
  reading.frames.filter((frame) => frame.filter === filter).flatMap((frame) => frame.objectives);
