import { createStore } from 'zustand/vanilla';
import type { FillKind, OcclusionSettings, RiseSettings } from '../../shared/mask';

export type ResultTab = 'compare' | 'measured' | 'log';

/** A patch as wide as an eye on an input of 224 pixels, moved by half of it. */
export const defaultOcclusion: OcclusionSettings = { patch: 32, stride: 16, fill: 'mean', seed: 1 };

/** The grid and the chance are the paper's; its 4,000 to 8,000 masks take minutes without a GPU. */
export const defaultRise: RiseSettings = { masks: 500, cells: 7, keep: 0.5, seed: 1 };

/** How the results of the Masks bench are looked at and measured; it outlives a visit to another bench. */
export interface MaskView {
  readonly tab: ResultTab;
  /** By title, the sections that have been opened or folded by hand. */
  readonly open: ReadonlyMap<string, boolean>;
  readonly occlusion: OcclusionSettings;
  readonly rise: RiseSettings;
  /** Of the search for a mask that hides the face. */
  readonly hidingFill: Exclude<FillKind, 'other'>;
}

export const maskViewStore = createStore<MaskView>(() => ({
  tab: 'compare',
  open: new Map(),
  occlusion: defaultOcclusion,
  rise: defaultRise,
  hidingFill: 'black',
}));
