import type { AscentSettings } from '../../shared/ascent';
export interface ShowLayerOptions {
  readonly network: string;
  readonly layer: string;
  /** First filter of the grid's page: 0, 64, 128, … Default 0. */
  readonly pageStart?: number;
  /** Default: the settings in use. */
  readonly settings?: AscentSettings;
}

/**
 * Selects a layer and lets one page of its filters sharpen; a newer call cancels the older one. Cached tiles show at
 * once. Resolves when the page is done or superseded; never rejects: errors land in the tiles and in the notices.
 */
export async function showLayer(_options: ShowLayerOptions): Promise<void> {}
