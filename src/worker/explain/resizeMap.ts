export interface MapValues {
  readonly width: number;
  readonly height: number;
  readonly values: ArrayLike<number>;
}

/**
 * `centres`: the centre of a cell stays the centre of what it becomes, edges repeat (OpenCV's INTER_LINEAR, half-pixel
 * centres); `corners`: the centres of the corner cells stay in the corners (PyTorch's UpsamplingBilinear2d).
 */
export type Alignment = 'centres' | 'corners';

/** The map at another size by bilinear interpolation, row by row. */
export function resizeMap(
  map: MapValues,
  width: number,
  height: number,
  alignment: Alignment,
): Float32Array<ArrayBuffer> {
  const across = tapsAlong(map.width, width, alignment);
  const down = tapsAlong(map.height, height, alignment);
  const resized = new Float32Array(width * height);
  let i = 0;
  for (const { first: top, second: bottom, share: v } of down) {
    for (const { first: left, second: right, share: u } of across) {
      const at = (y: number, x: number) => map.values[y * map.width + x] ?? 0;
      const above = at(top, left) * (1 - u) + at(top, right) * u;
      const below = at(bottom, left) * (1 - u) + at(bottom, right) * u;
      resized[i++] = above * (1 - v) + below * v;
    }
  }
  return resized;
}

/** The two cells that each new one lies between, and the second's share. */
function tapsAlong(from: number, to: number, alignment: Alignment) {
  return Array.from({ length: to }, (_, i) => {
    const place = alignment === 'centres' ? ((i + 0.5) * from) / to - 0.5 : (i * (from - 1)) / Math.max(1, to - 1);
    const inside = Math.min(from - 1, Math.max(0, place));
    const first = Math.floor(inside);
    return { first, second: Math.min(from - 1, first + 1), share: inside - first };
  });
}
