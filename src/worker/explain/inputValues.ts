import type { Picture } from '../../shared/ascent';
import { FoveaError } from '../../shared/errors';
import type { Preprocessing } from '../../shared/network';
import { inputOf, type Network } from '../network/graph';
import { pixelToInput, writeInput } from '../network/preprocess';

/**
 * A picture of the network's own size as network-input values [height, width, 3], in the network's channel order. Alpha
 * does not count.
 * @throws FoveaError if the size differs
 */
export function inputValues(network: Network, picture: Picture): Float32Array<ArrayBuffer> {
  const [height, width] = inputOf(network.graph).shape;
  if (picture.width !== width || picture.height !== height) {
    throw new FoveaError(
      `${network.name} takes pictures of ${width} × ${height} pixels, not ${picture.width} × ${picture.height}.`,
      'Crop the picture for this network again.',
    );
  }
  const values = new Float32Array(height * width * 3);
  writeInput(picture, network.preprocessing, values);
  return values;
}

/** Network-input values of a black pixel, channel by channel. */
export const blackPixel = (preprocessing: Preprocessing): readonly number[] => pixelToInput(preprocessing).offset;
