import { createStore } from 'zustand/vanilla';
import type { Point } from '../../shared/geometry/space';

export interface MaskCursor {
  /** Where the pointer or the keyboard's crosshair is; null while neither is over the face. */
  readonly at: Point<'face'> | null;
  /** Drawn as a crosshair where the keyboard moves it. */
  readonly byKeyboard: boolean;
  /** Where the rectangle or ellipse under way began. */
  readonly anchor: Point<'face'> | null;
  /** Of the polygon under way. */
  readonly corners: readonly Point<'face'>[];
}

/** What is going on over the painting surface. */
export const maskCursorStore = createStore<MaskCursor>(() => ({
  at: null,
  byKeyboard: false,
  anchor: null,
  corners: [],
}));
