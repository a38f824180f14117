import * as v from 'valibot';
import type { Backend } from '../../shared/device';
import { abortable } from './abortable';
import { Bridge } from './bridge';
import type { Calibration } from './deviceChoice';
import type { DeviceProbe } from './deviceProbe';
import type { WatchLimits } from './watchdog';
import type { Spawn } from './workerPort';

const storageKey = 'fovea.calibration';

/** Milliseconds after which a device is slow enough to be out of the question. */
const mostTime = 10_000;

const schema = v.object({
  machine: v.string(),
  webgl: v.nullable(v.number()),
  wasm: v.nullable(v.number()),
});

/** Measures both devices once and remembers it for this renderer and browser. */
export async function calibrate(
  signal: AbortSignal,
  probe: DeviceProbe,
  spawn: Spawn,
  limits: (backend: Backend) => WatchLimits,
  storage: Pick<Storage, 'getItem' | 'setItem'> | null,
): Promise<Calibration> {
  const machine = `${probe.renderer} | ${probe.userAgent}`;
  const remembered = readRemembered(storage);
  if (remembered?.machine === machine) return remembered;
  // One after the other: together they would slow each other down.
  const webgl = await measure(signal, 'webgl', spawn, limits('webgl'));
  const wasm = await measure(signal, 'wasm', spawn, limits('wasm'));
  // A device that failed may have been busy: it is tried again at the next visit.
  if (webgl === null || wasm === null) return { webgl, wasm };
  try {
    storage?.setItem(storageKey, JSON.stringify({ machine, webgl, wasm }));
  } catch {
    // It is measured again at the next visit.
  }
  return { webgl, wasm };
}

/**
 * Milliseconds in a worker of its own; `mostTime` when it takes longer; null when the device does not open in time, or
 * fails.
 */
async function measure(signal: AbortSignal, backend: Backend, spawn: Spawn, limits: WatchLimits) {
  const bridge = new Bridge(spawn, limits, () => {});
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new Error('it took too long')), mostTime);
  const bounded = AbortSignal.any([signal, late.signal]);
  let opened = false;
  try {
    // A worker that is stuck in a kernel hears no cancel: the wait ends without it.
    await abortable(bounded, bridge.call(bounded, 'open', { backend }));
    opened = true;
    const end = await abortable(bounded, bridge.call(bounded, 'calibrate', {}));
    return end.stopped ? mostTime : end.result.milliseconds;
  } catch (error) {
    signal.throwIfAborted();
    if (opened && late.signal.aborted) return mostTime;
    console.warn(`Fovea: ${backend} could not be measured.`, error);
    return null;
  } finally {
    clearTimeout(timer);
    bridge.close('its measurement is over');
  }
}

function readRemembered(storage: Pick<Storage, 'getItem'> | null) {
  try {
    const parsed = v.safeParse(schema, JSON.parse(storage?.getItem(storageKey) ?? 'null'));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
