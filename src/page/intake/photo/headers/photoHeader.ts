/** What a file's header tells before any pixel is decoded. */
export interface PhotoHeader {
  /** Pixels as stored, before any rotation. */
  readonly width: number;
  readonly height: number;
  /** False where every pixel is opaque for certain. */
  readonly mayBeTransparent: boolean;
}

/** A file that ends before its picture does (`truncated`) or contradicts its own format (`damaged`). */
export class BrokenFile extends Error {
  constructor(readonly fault: 'truncated' | 'damaged') {
    super(fault);
  }
}
