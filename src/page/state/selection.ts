import { createStore } from 'zustand/vanilla';
import type { AscentSettings } from '../../shared/ascent';
import { plainCell, presetSettings } from '../../shared/presets';

/** What the user looks at: mirrored in the URL hash (network, layer, filter, preset, changed values). */
export interface Selection {
  readonly network: string;
  readonly layer: string | null;
  /** The filter open in the inspector. */
  readonly filter: number | null;
  /** First filter of the grid's page: 0, 64, 128, … */
  readonly pageStart: number;
  readonly settings: AscentSettings;
  /** Input pixels per cell of the layer's map, which the preset's own values follow. */
  readonly cell: number;
}

export const pageSize = 64;

export const selectionStore = createStore<Selection>(() => ({
  network: 'dlib-resnet',
  layer: null,
  filter: null,
  pageStart: 0,
  settings: presetSettings('fovea'),
  cell: plainCell,
}));
