import type { Picture } from '../../shared/ascent';
import type { FillKind } from '../../shared/mask';
import { fillPicture } from '../../shared/raster/fillPicture';
import { inputValues } from '../explain/inputValues';
import type { Network } from '../network/graph';

/**
 * What stands in for hidden pixels, as network-input values [height, width, 3].
 * @throws FoveaError if the size differs
 */
export const fillValues = (network: Network, picture: Picture, fill: Exclude<FillKind, 'other'>, seed: number) =>
  inputValues(network, fillPicture(picture, fill, seed));
