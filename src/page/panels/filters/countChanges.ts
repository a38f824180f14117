import type { AscentSettings } from '../../../shared/ascent';
import { changedSettings } from '../../../shared/changedSettings';
import { presetSettings } from '../../../shared/presets';

/** How many values, the seed among them, differ from their preset for a layer with this cell. */
export function countChanges(settings: AscentSettings, cell: number): number {
  const { start, ...plain } = changedSettings(settings, cell);
  const original = presetSettings(settings.preset, cell).start;
  const parts = (['centre', 'spread'] as const).filter((key) => start !== undefined && start[key] !== original[key]);
  return Object.keys(plain).length + parts.length;
}
