export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Fit extends Size {
  readonly x: number;
  readonly y: number;
  /** Whole-number enlargement to make with hard pixel edges before the rest is resampled; 1 when shrinking. */
  readonly enlarge: number;
  /** Whether resampling remains after that enlargement. */
  readonly resample: boolean;
}

/**
 * Where a picture lands in a box, both in device pixels: as large as fits, centred. Enlarged pixels keep hard edges: a
 * fractional factor is reached by enlarging to the next whole one first and shrinking from there.
 */
export function fitPicture({ source, box }: { source: Size; box: Size }): Fit {
  const factor = Math.min(box.width / source.width, box.height / source.height);
  const width = Math.round(source.width * factor);
  const height = Math.round(source.height * factor);
  const enlarge = Math.max(1, Math.ceil(factor));
  return {
    x: Math.floor((box.width - width) / 2),
    y: Math.floor((box.height - height) / 2),
    width,
    height,
    enlarge,
    resample: width !== source.width * enlarge || height !== source.height * enlarge,
  };
}
