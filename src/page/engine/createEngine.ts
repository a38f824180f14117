import type { LoadProgress } from '../../shared/calls/networkCalls';
import type { DeviceInfo } from '../../shared/device';
import { FoveaError } from '../../shared/errors';
import type { NetworkSpec } from '../../shared/network';
import { abortable } from './abortable';
import { chooseDevice } from './chooseDevice';
import { workersFor } from './deviceChoice';
import type { DeviceOverride } from './deviceOverride';
import type { EngineParts } from './engineParts';
import { Supervisor } from './supervisor';
import type { AscentJob, Engine } from './types';

/** Chooses a device, opens its workers and keeps them alive; see `Engine` for what it can do. */
export function createEngine(parts: EngineParts): Engine {
  const probe = parts.probe();
  const closing = new AbortController();
  const supervisor = new Supervisor(parts, probe);
  let choosing = 0;

  async function open(override: Pick<DeviceOverride, 'backend' | 'workers'>): Promise<DeviceInfo> {
    choosing += 1;
    const mine = choosing;
    // What computes meanwhile would be measured too.
    const release = override.backend === 'auto' ? await supervisor.scheduler.hold() : () => {};
    try {
      const choice = await chooseDevice(closing.signal, { ...parts, probe, override });
      // Where a newer choice has overtaken this one, the answer is the device that is open by then.
      if (mine === choosing) supervisor.open(choice);
    } finally {
      release();
    }
    return abortable(closing.signal, supervisor.device());
  }

  const ready = open(parts.override).then(() => {});
  // Whoever waits on it hears of a failure; that nobody waits is no error.
  ready.catch(() => {});

  return {
    ready,
    device: async () => {
      await ready.catch(() => {});
      return abortable(closing.signal, supervisor.device());
    },
    chooseDevice: (backend, workers) =>
      open({ backend, workers: workers ?? (backend === 'auto' ? null : workersFor(backend, probe)) }),
    helpGpu: (wanted) => supervisor.help(wanted),
    loadNetwork: (signal: AbortSignal, spec: NetworkSpec, onProgress?: (progress: LoadProgress) => void) => {
      const both = AbortSignal.any([signal, closing.signal]);
      return supervisor.loadNetwork(both, spec, onProgress);
    },
    unloadNetwork: (network) => supervisor.unloadNetwork(network),
    ascend: (signal: AbortSignal, job: AscentJob) => supervisor.ascend(AbortSignal.any([signal, closing.signal]), job),
    run: (signal, name, request, options) =>
      supervisor.run(AbortSignal.any([signal, closing.signal]), name, request, options),
    prioritise: (network, layer, filter) => supervisor.scheduler.prioritise(network, layer, filter),
    pause: () => supervisor.scheduler.pause(),
    resume: () => supervisor.scheduler.resume(),
    memory: () => supervisor.pool.memory(),
    onNotice: (listener) => supervisor.notices.add(listener),
    onDevice: (listener) => supervisor.devices.add(listener),
    onHelp: (listener) => supervisor.helpWishes.add(listener),
    onNetworkLost: (listener) => supervisor.lostNetworks.add(listener),
    dispose: () => {
      const error = new FoveaError('The engine was closed.', 'Reload the page to start it again.');
      closing.abort(error);
      supervisor.dispose(error);
    },
  };
}
