import type { AscentSettings } from '../../../shared/ascent';
import { presetSettings } from '../../../shared/presets';

/** How many values differ from their preset; the seed is not one of them, any seed belongs to any preset. */
export function countChanges(settings: AscentSettings): number {
  const original = presetSettings(settings.preset);
  const keys = Object.keys(original) as (keyof AscentSettings)[];
  const plain = keys.filter((key) => key !== 'seed' && key !== 'start' && settings[key] !== original[key]);
  const start = (['centre', 'spread'] as const).filter((key) => settings.start[key] !== original.start[key]);
  return plain.length + start.length;
}
