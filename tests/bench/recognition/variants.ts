/** A photo changed as another camera, another day's light or another program might have it. */
export interface Variant {
  readonly id: string;
  readonly title: string;
  /** Of the picture's width and height. */
  readonly zoom: number;
  /** Where the picture then lies: shares of its width and height; grey beside it. */
  readonly shift: readonly [number, number];
  /** Degrees, clockwise, about the middle; the canvas grows so that nothing is cut off. */
  readonly degrees: number;
  /** Factor of the sRGB values, clipped at white. */
  readonly brightness: number;
  /** Of the JPEG, 0..1. */
  readonly quality: number;
}

const asItIs = { zoom: 1, shift: [0, 0], degrees: 0, brightness: 1, quality: 0.92 } as const;

/** The first one only compresses again: what the others lose beyond it they lose by their change. */
export const variants: readonly Variant[] = [
  { ...asItIs, id: 'again', title: 'compressed again (JPEG 92)' },
  { ...asItIs, id: 'shifted', title: 'shifted and rescaled (× 0.87)', zoom: 0.87, shift: [0.07, 0.04] },
  { ...asItIs, id: 'half', title: 'half the size', zoom: 0.5 },
  { ...asItIs, id: 'jpeg-60', title: 'JPEG quality 60', quality: 0.6 },
  { ...asItIs, id: 'darker', title: 'brightness × 0.7', brightness: 0.7 },
  { ...asItIs, id: 'brighter', title: 'brightness × 1.3', brightness: 1.3 },
  { ...asItIs, id: 'rotated', title: 'rotated by 8°', degrees: 8 },
  {
    ...{ id: 'all', title: 'shifted, × 0.7, rotated by −6°, JPEG 60', zoom: 0.87, shift: [0.04, 0.07] },
    ...{ degrees: -6, brightness: 0.7, quality: 0.6 },
  },
];
