/** Convolution by its definition, in double precision: the independent answer for every convolution kernel. */
export interface ConvolutionCase {
  readonly batch: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly filters: number;
  /** Height and width of the filter. */
  readonly taps: readonly [number, number];
  readonly stride: number;
  readonly pads: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  readonly bias: boolean;
  readonly activation: 'linear' | 'relu' | 'relu6';
}

const ceilings = { linear: Number.POSITIVE_INFINITY, relu: Number.POSITIVE_INFINITY, relu6: 6 };

/** [batch, height, width, filters] of the result. */
export function outputShape(c: ConvolutionCase): [number, number, number, number] {
  const height = Math.floor((c.height + c.pads.top + c.pads.bottom - c.taps[0]) / c.stride) + 1;
  const width = Math.floor((c.width + c.pads.left + c.pads.right - c.taps[1]) / c.stride) + 1;
  return [c.batch, height, width, c.filters];
}

/** One cell of the result, by its index in the flattened [batch, height, width, filters]. */
export function convolutionAt(
  index: number,
  c: ConvolutionCase,
  x: Float32Array,
  filter: Float32Array,
  bias: Float32Array,
): number {
  const [, rows, columns] = outputShape(c);
  const o = index % c.filters;
  const column = Math.floor(index / c.filters) % columns;
  const row = Math.floor(index / (c.filters * columns)) % rows;
  const b = Math.floor(index / (c.filters * columns * rows));
  let sum = c.bias ? (bias[o] ?? 0) : 0;
  for (let ky = 0; ky < c.taps[0]; ky++) {
    for (let kx = 0; kx < c.taps[1]; kx++) {
      const y = row * c.stride + ky - c.pads.top;
      const xx = column * c.stride + kx - c.pads.left;
      if (y < 0 || y >= c.height || xx < 0 || xx >= c.width) continue;
      const from = ((b * c.height + y) * c.width + xx) * c.channels;
      const tap = (ky * c.taps[1] + kx) * c.channels;
      for (let i = 0; i < c.channels; i++) sum += (x[from + i] ?? 0) * (filter[(tap + i) * c.filters + o] ?? 0);
    }
  }
  return c.activation === 'linear' ? sum : Math.min(ceilings[c.activation], Math.max(0, sum));
}
