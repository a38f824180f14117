import type { AscentSettings } from './ascent';
import { presetSettings } from './presets';

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The values that differ from the preset's own for a layer with this cell. */
export function changedSettings(settings: AscentSettings, cell: number): Partial<AscentSettings> {
  const original = presetSettings(settings.preset, cell);
  const keys = Object.keys(original) as (keyof AscentSettings)[];
  return Object.fromEntries(
    keys.filter((key) => !same(settings[key], original[key])).map((key) => [key, settings[key]]),
  );
}

/**
 * The settings for a layer with another cell: what was changed by hand stays, the rest is the preset's for that layer.
 */
export function fitSettings(settings: AscentSettings, from: number, to: number): AscentSettings {
  return { ...presetSettings(settings.preset, to), ...changedSettings(settings, from) };
}
