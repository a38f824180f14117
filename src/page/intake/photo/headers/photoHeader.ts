import type { Orientation } from './readOrientation';

/** What a file's header tells before any pixel is decoded. */
export interface PhotoHeader {
  /** Pixels as stored, before any rotation. */
  readonly width: number;
  readonly height: number;
  /** False where every pixel is opaque for certain. */
  readonly mayBeTransparent: boolean;
  /**
   * The orientation that not every browser applies, and where the chunk that holds it has its name. Absent: browsers
   * see to it themselves, or there is none.
   */
  readonly turn?: { readonly orientation: Orientation; readonly chunk: number };
}
