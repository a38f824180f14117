import { createEngine } from './createEngine';
import { readDeviceOverride } from './deviceOverride';
import { probeDevice } from './deviceProbe';
import { watchLimits } from './limits';
import { localStore } from './localStore';
import type { Engine } from './types';
import { spawnWorker } from './workerPort';

let instance: Engine | null = null;

/** The page's one engine, started at the first call. */
export function engine(): Engine {
  instance ??= createEngine({
    spawn: spawnWorker,
    probe: probeDevice,
    override: readDeviceOverride(location.search, localStore()),
    storage: localStore(),
    limits: (backend) => watchLimits[backend],
    rebuildDelay: 250,
  });
  return instance;
}
