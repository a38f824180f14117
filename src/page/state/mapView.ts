import { createStore } from 'zustand/vanilla';

export type ColourMap = 'inferno' | 'viridis' | 'magma' | 'turbo' | 'jet';

/** How a map is shown over the face. */
export interface MapView {
  /** Of the largest value, 0..1; smaller ones hide less of the face. */
  readonly opacity: number;
  readonly colourMap: ColourMap;
  /** Each map on its own scale, or one raw scale for all that can be compared. */
  readonly scale: 'own' | 'shared';
  /** Resampled smoothly, or one square a cell. */
  readonly smooth: boolean;
  /** The face alone, as long as it is asked for. */
  readonly bare: boolean;
}

export const mapViewStore = createStore<MapView>(() => ({
  opacity: 0.85,
  colourMap: 'inferno',
  scale: 'own',
  smooth: true,
  bare: false,
}));
