import { FoveaError } from '../../../shared/errors';

/** @throws FoveaError unless there is one label for each pixel of network-input values [height, width, 3] */
export function checkRegions(labels: Uint8Array, input: Float32Array): void {
  if (3 * labels.length === input.length) return;
  throw new FoveaError(
    `There are ${labels.length} region labels for ${input.length / 3} pixels.`,
    'Crop the picture for this network again.',
  );
}
