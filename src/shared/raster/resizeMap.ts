import type { AttributionMap } from '../explain';

/**
 * Bilinear resampling of a map, cell centres at half-integer positions and edges replicated (OpenCV's INTER_LINEAR):
 * what stands over a pixel of the input is the map's value at the same place.
 */
export function resizeMap(map: AttributionMap, width: number, height: number): AttributionMap {
  const columns = taps(map.width, width);
  const rows = taps(map.height, height);
  const values = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = rows[y] as Tap;
    for (let x = 0; x < width; x++) {
      const column = columns[x] as Tap;
      const top = mix(map.values, row.from * map.width, column);
      const bottom = mix(map.values, row.to * map.width, column);
      values[y * width + x] = top + (bottom - top) * row.share;
    }
  }
  return { width, height, values, signed: map.signed };
}

interface Tap {
  readonly from: number;
  readonly to: number;
  /** Of `to`. */
  readonly share: number;
}

function taps(from: number, to: number): Tap[] {
  return Array.from({ length: to }, (_, i) => {
    const position = Math.min(from - 1, Math.max(0, ((i + 0.5) * from) / to - 0.5));
    const first = Math.floor(position);
    return { from: first, to: Math.min(from - 1, first + 1), share: position - first };
  });
}

function mix(values: Float32Array, offset: number, { from, to, share }: Tap): number {
  const left = values[offset + from] as number;
  const right = values[offset + to] as number;
  return left + (right - left) * share;
}
