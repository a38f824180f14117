import type { AttributionMap } from '../../../shared/explain';
import { inputOf, type Network } from '../../network/graph';

/** A map of the input's size from one value a pixel. */
export function pixelMap(network: Network, value: (pixel: number) => number, signed: boolean): AttributionMap {
  const [height, width] = inputOf(network.graph).shape;
  return { width, height, values: Float32Array.from({ length: height * width }, (_, pixel) => value(pixel)), signed };
}

/** Largest magnitude of a pixel's three values. */
export const largestOfColours =
  (values: ArrayLike<number>) =>
  (pixel: number): number =>
    Math.max(
      Math.abs(values[3 * pixel] ?? 0),
      Math.abs(values[3 * pixel + 1] ?? 0),
      Math.abs(values[3 * pixel + 2] ?? 0),
    );
