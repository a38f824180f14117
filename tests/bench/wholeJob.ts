import { createEngine } from '../../src/page/engine/createEngine';
import { probeDevice } from '../../src/page/engine/deviceProbe';
import { watchLimits } from '../../src/page/engine/limits';
import { spawnWorker } from '../../src/page/engine/workerPort';
import { presetSettings } from '../../src/shared/presets';
import { randomVgg16 } from './foveaContestant';

export interface WholeJob {
  /** From the job's start, its network loaded, to the last filter's last step. */
  readonly milliseconds: number;
  readonly workers: number;
  /** Of each worker at the end: WebAssembly never gives memory back, so this is the most it has had. */
  readonly workerBytes: readonly number[];
}

/**
 * The report's job to its end: the first 64 filters of conv4_3, 30 steps each, at 180×180, through the app's own
 * engine.
 */
export async function runWholeJob(report: (done: number) => Promise<void>): Promise<WholeJob> {
  const engine = createEngine({
    spawn: spawnWorker,
    probe: probeDevice,
    override: { backend: 'wasm', workers: null, help: false },
    storage: null,
    limits: (backend) => watchLimits[backend],
    rebuildDelay: 250,
  });
  const { signal } = new AbortController();
  try {
    await engine.loadNetwork(signal, randomVgg16);
    const filters = Array.from({ length: 64 }, (_, filter) => filter);
    const job = { network: randomVgg16.id, layer: 'conv4_3', filters, settings: presetSettings('seed-report') };
    const begun = performance.now();
    let done = 0;
    for await (const frame of engine.ascend(signal, job)) {
      if (!frame.done) continue;
      done += 1;
      await report(done);
    }
    const milliseconds = performance.now() - begun;
    const { workers } = await engine.device();
    return { milliseconds, workers, workerBytes: (await engine.memory()).map(({ deviceBytes }) => deviceBytes) };
  } finally {
    engine.dispose();
  }
}
