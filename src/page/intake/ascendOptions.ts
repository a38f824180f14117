import * as v from 'valibot';
import type { AscentSettings, PresetId } from '../../shared/ascent';
import { FoveaError } from '../../shared/errors';
import { presets } from '../../shared/presets';
import { ascentSettingsSchema } from './ascentSettingsSchema';

/** A script's wish, checked. */
export interface ReadAscendOptions {
  readonly network: string;
  readonly layer: string;
  readonly filters: readonly number[];
  readonly signal: AbortSignal;
  readonly start: Float32Array<ArrayBuffer> | null;
  /** The settings for a layer with this cell. */
  readonly settings: (cell: number) => AscentSettings;
}

const schema = v.looseObject({
  network: v.string(),
  layer: v.string(),
  filters: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.minLength(1), v.maxLength(65_536)),
  preset: v.optional(v.picklist(presets.map(({ id }) => id))),
  start: v.optional(v.custom<Float32Array | readonly number[]>((value) => isNumbers(value), 'numbers expected')),
  signal: v.optional(v.instance(AbortSignal)),
});

const isNumbers = (value: unknown) =>
  value instanceof Float32Array || (Array.isArray(value) && value.every((number) => typeof number === 'number'));

/** @throws FoveaError that names the first option that makes no sense */
export function readAscendOptions(
  given: unknown,
  presetSettings: (preset: PresetId, cell?: number) => AscentSettings,
): ReadAscendOptions {
  const { network, layer, filters, preset = 'fovea', start, signal, ...overrides } = check(schema, given);
  const base = presetSettings(preset);
  const values = start === undefined ? null : Float32Array.from(start);
  const side = Math.sqrt((values?.length ?? 0) / 3);
  const size = Number.isInteger(side) && side > 0 ? side : base.size;
  const own = Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined));
  const unknown = Object.keys(own).find((name) => !Object.hasOwn(base, name));
  if (unknown !== undefined)
    throw new FoveaError(`fovea.ascend: there is no option “${unknown}”.`, 'The README lists the options.');
  const settings = check(ascentSettingsSchema, { ...base, size, ...own });
  if (values !== null && values.length !== settings.size ** 2 * 3)
    throw new FoveaError(
      `start has ${values.length} values; a picture of ${settings.size}×${settings.size} has ${settings.size ** 2 * 3}.`,
      'Give [size, size, 3] values, HWC, or leave size away.',
    );
  const once = [...new Set(filters)];
  const fitted = (cell: number) => ({ ...presetSettings(preset, cell), size, ...own });
  const givenSignal = signal ?? new AbortController().signal;
  return { network, layer, filters: once, signal: givenSignal, start: values, settings: fitted };
}

function check<Output>(schemaOfIt: v.GenericSchema<unknown, Output>, value: unknown): Output {
  const parsed = v.safeParse(schemaOfIt, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const where = v.getDotPath(issue) ?? 'options';
  throw new FoveaError(`fovea.ascend: ${where}: ${issue.message}.`, 'The README lists the options.');
}
