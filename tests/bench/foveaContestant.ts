import { Bridge } from '../../src/page/engine/bridge';
import { catalogue } from '../../src/page/engine/catalogue';
import { watchLimits } from '../../src/page/engine/limits';
import { spawnWorker } from '../../src/page/engine/workerPort';
import type { AscentState } from '../../src/shared/ascent';
import type { Backend } from '../../src/shared/device';
import type { NetworkSpec } from '../../src/shared/network';
import { presetSettings } from '../../src/shared/presets';
import { type BenchNetwork, border, type Contestant, filter, type Job } from './job';

/** Speed does not depend on the values of weights. */
export const randomVgg16: NetworkSpec = {
  id: 'vgg16',
  name: 'VGG16, random weights',
  source: { format: 'random-vgg16', seed: 1 },
  preprocessing: { order: 'bgr', mean: [93.594, 104.7624, 129.1863], scale: 1 },
};

function specOf(network: BenchNetwork): NetworkSpec {
  const spec = [randomVgg16, ...catalogue].find(({ id }) => id === network);
  if (spec === undefined) throw new RangeError(`There is no network “${network}”.`);
  return spec;
}

/** The app's own worker, spoken to as the app's engine does, messages included. */
export function foveaContestant(backend: Backend): Contestant & { close(): void } {
  const never = new AbortController().signal;
  const bridge = new Bridge(spawnWorker, watchLimits[backend], (reason) => console.error(`Worker lost: ${reason}`));
  const loaded = new Set<BenchNetwork>();
  let ready: { job: Job; state: AscentState | null } | null = null;

  async function run(steps: number): Promise<number> {
    if (ready === null) throw new Error('No job is ready.');
    const { job, state } = ready;
    const begun = performance.now();
    const end = await bridge.call(never, 'ascend', {
      network: job.network,
      layer: job.layer,
      filter,
      settings: { ...presetSettings('seed-report'), border, size: job.size },
      ...(state === null ? {} : { state }),
      untilStep: (state?.step ?? 0) + steps,
      budget: Number.POSITIVE_INFINITY,
      frameInterval: Number.POSITIVE_INFINITY,
      wantValues: false,
    });
    if (end.stopped) throw new Error('The worker stopped by itself.');
    ready.state = end.result.state;
    return (performance.now() - begun) / steps;
  }

  return {
    open: async (wanted) => {
      const end = await bridge.call(never, 'open', { backend: wanted });
      return end.stopped ? 'stopped' : `${end.result.renderer} (${end.result.kernels.join(', ')})`;
    },
    prepare: async (job) => {
      if (!loaded.has(job.network)) await bridge.call(never, 'load', { spec: specOf(job.network) });
      loaded.add(job.network);
      ready = { job, state: null };
      return run(1);
    },
    run,
    close: () => bridge.close('the bench is over'),
  };
}
