import * as v from 'valibot';
import type { Backend } from '../../shared/device';

/** What the user wants instead of the page's own choice. */
export interface DeviceOverride {
  readonly backend: Backend | 'auto';
  /** Null: as many as suit the backend. */
  readonly workers: number | null;
  /** The processor helps a GPU. */
  readonly help: boolean;
}

const storageKey = 'fovea.device';
const noOverride: DeviceOverride = { backend: 'auto', workers: null, help: false };

const backendSchema = v.picklist(['auto', 'webgl', 'webgpu', 'wasm', 'cpu']);
const workersSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(64));
const schema = v.object({
  backend: backendSchema,
  workers: v.nullable(workersSchema),
  help: v.optional(v.boolean(), false),
});

/**
 * From the address's query (`?device=wasm&workers=1`, `?device=webgl&help=1`), else from the settings; each part that
 * makes no sense counts as absent.
 */
export function readDeviceOverride(query: string, storage: Pick<Storage, 'getItem'> | null): DeviceOverride {
  const parameters = new URLSearchParams(query);
  const stored = readStored(storage);
  const backend = v.safeParse(backendSchema, parameters.get('device'));
  const workers = v.safeParse(workersSchema, Number(parameters.get('workers') ?? Number.NaN));
  return {
    backend: backend.success ? backend.output : stored.backend,
    workers: workers.success ? workers.output : stored.workers,
    help: parameters.has('help') ? parameters.get('help') === '1' : stored.help,
  };
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
