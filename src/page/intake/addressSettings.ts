import * as v from 'valibot';
import type { AscentSettings } from '../../shared/ascent';
import { ascentSettingSchemas } from './ascentSettingsSchema';

export interface AddressSettings {
  /** Values to put in place of a preset's; of the start one of the two may be there. */
  readonly changes: Partial<Omit<AscentSettings, 'start'>>;
  readonly start: Partial<AscentSettings['start']>;
  /** What makes no sense, as `key=text`. */
  readonly refused: readonly string[];
}

const { preset: _preset, start, ...plain } = ascentSettingSchemas;
const schemas = new Map<string, v.GenericSchema<unknown, string | number>>(
  Object.entries({ ...plain, ...start.entries }),
);

/** Settings as an address tells them: each key with its text. */
export function readAddressSettings(given: readonly (readonly [key: string, text: string])[]): AddressSettings {
  const changes: Record<string, string | number> = {};
  const startParts: Record<string, number> = {};
  const refused: string[] = [];
  for (const [key, text] of given) {
    const value = readValue(schemas.get(key), text);
    if (value === null) refused.push(text === '' ? key : `${key}=${text}`);
    else if (key in start.entries) startParts[key] = Number(value);
    else changes[key] = value;
  }
  // Each value has passed its own setting's schema.
  return { changes: changes as AddressSettings['changes'], start: startParts, refused };
}

function readValue(schema: v.GenericSchema<unknown, string | number> | undefined, text: string) {
  if (schema === undefined || text.trim() === '') return null;
  const word = v.safeParse(schema, text);
  const number = v.safeParse(schema, Number(text));
  if (word.success) return word.output;
  return number.success ? number.output : null;
}
