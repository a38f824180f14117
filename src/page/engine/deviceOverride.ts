import * as v from 'valibot';
import type { Backend } from '../../shared/device';

/** What the user wants instead of the page's own choice. */
export interface DeviceOverride {
  readonly backend: Backend | 'auto';
  /** Null: as many as suit the backend. */
  readonly workers: number | null;
}

const storageKey = 'fovea.device';
const noOverride: DeviceOverride = { backend: 'auto', workers: null };

const schema = v.object({
  backend: v.picklist(['auto', 'webgl', 'webgpu', 'wasm', 'cpu']),
  workers: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(64))),
});

/** From the address's query (`?device=wasm&workers=1`), else from the settings; what makes no sense counts as absent. */
export function readDeviceOverride(query: string, storage: Pick<Storage, 'getItem'> | null): DeviceOverride {
  const parameters = new URLSearchParams(query);
  const stored = readStored(storage);
  const workers = parameters.get('workers');
  const asked = v.safeParse(schema, {
    backend: parameters.get('device') ?? stored.backend,
    workers: workers === null ? stored.workers : Number(workers),
  });
  return asked.success ? asked.output : stored;
}

/** Remembers the user's choice; a browser that stores nothing forgets it with the page. */
export function storeDeviceOverride(override: DeviceOverride, storage: Pick<Storage, 'setItem'> | null): void {
  try {
    storage?.setItem(storageKey, JSON.stringify(override));
  } catch {
    // Private mode or a full quota: the choice holds for this visit.
  }
}

function readStored(storage: Pick<Storage, 'getItem'> | null): DeviceOverride {
  try {
    const parsed = v.safeParse(schema, JSON.parse(storage?.getItem(storageKey) ?? 'null'));
    return parsed.success ? parsed.output : noOverride;
  } catch {
    return noOverride;
  }
}
