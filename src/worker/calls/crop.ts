import type { Calls } from '../../shared/protocol';
import { cropFace } from '../face/cropFace';
import type { NetworkShelf } from './networkShelf';

type Arguments = Calls['crop']['arguments'];
type Result = Calls['crop']['result'];

/** The input of a network, resampled from a part of the picture. @throws FoveaError if the network is not loaded */
export async function crop(signal: AbortSignal, shelf: NetworkShelf, request: Arguments): Promise<Result> {
  signal.throwIfAborted();
  shelf.get(request.network);
  return cropFace(request);
}
