export interface MapValues {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/**
 * `centres`: the centre of a cell stays the centre of what it becomes, edges repeat (OpenCV's INTER_LINEAR, half-pixel
 * centres): what stands over a pixel of the input is the map's value at the same place; `corners`: the centres of the
 * corner cells stay in the corners (PyTorch's UpsamplingBilinear2d).
 */
export type Alignment = 'centres' | 'corners';

/** The map's values at another size by bilinear interpolation, row by row. */
export function resizeMap(
  map: MapValues,
  width: number,
  height: number,
  alignment: Alignment,
): Float32Array<ArrayBuffer> {
  const columns = taps(map.width, width, alignment);
  const rows = taps(map.height, height, alignment);
  const values = new Float32Array(width * height);
  const stretched = stretchedRows(map, columns);
  for (let y = 0; y < height; y++) {
    const share = rows.share[y] as number;
    const [top, bottom] = stretched(rows.from[y] as number, rows.to[y] as number);
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const above = top[x] as number;
      values[i] = above + ((bottom[x] as number) - above) * share;
    }
  }
  return values;
}

/** For each new cell the two that it lies between. */
interface Taps {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Of `to`. */
  readonly share: Float64Array;
}

function taps(length: number, wanted: number, alignment: Alignment): Taps {
  const [from, to, share] = [new Uint32Array(wanted), new Uint32Array(wanted), new Float64Array(wanted)];
  for (let i = 0; i < wanted; i++) {
    const centre = ((i + 0.5) * length) / wanted - 0.5;
    const place = alignment === 'centres' ? centre : (i * (length - 1)) / Math.max(1, wanted - 1);
    const position = Math.min(length - 1, Math.max(0, place));
    const first = Math.floor(position);
    from[i] = first;
    to[i] = Math.min(length - 1, first + 1);
    share[i] = position - first;
  }
  return { from, to, share };
}

/** Two of the map's rows at the new width. The last two are kept, because many new rows lie between the same ones. */
function stretchedRows(map: MapValues, columns: Taps): (a: number, b: number) => readonly [Float64Array, Float64Array] {
  const width = columns.share.length;
  const [kept, spare] = [
    new Map<number, Float64Array<ArrayBuffer>>(),
    [new Float64Array(width), new Float64Array(width)],
  ];
  const stretch = (row: number) => {
    const known = kept.get(row);
    if (known !== undefined) return known;
    const made = spare.pop() ?? new Float64Array(width);
    stretchRow(map.values.subarray(row * map.width, (row + 1) * map.width), columns, made);
    kept.set(row, made);
    return made;
  };
  return (a, b) => {
    for (const [row, values] of kept)
      if (row !== a && row !== b) {
        kept.delete(row);
        spare.push(values);
      }
    return [stretch(a), stretch(b)];
  };
}

function stretchRow(row: Float32Array, { from, to, share }: Taps, into: Float64Array): void {
  for (let x = 0; x < into.length; x++) {
    const left = row[from[x] as number] as number;
    const right = row[to[x] as number] as number;
    into[x] = left + (right - left) * (share[x] as number);
  }
}
