import type { Calls } from '../../shared/protocol';
import { greyPicture } from '../../shared/raster/greyPicture';
import { cropFace } from '../face/cropFace';
import type { NetworkShelf } from './networkShelf';

type Arguments = Calls['crop']['arguments'];
type Result = Calls['crop']['result'];

/** The input of a network, resampled from a part of the picture. @throws FoveaError if the network is not loaded */
export async function crop(signal: AbortSignal, shelf: NetworkShelf, request: Arguments): Promise<Result> {
  signal.throwIfAborted();
  const { order } = shelf.get(request.network).network.preprocessing;
  const crop = cropFace(request);
  return order === 'grey' ? { ...crop, input: greyPicture(crop.input) } : crop;
}
