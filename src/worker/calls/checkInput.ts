import type { Calls } from '../../shared/protocol';
import { checkInput as checkPictures } from '../explain/input/checkInput';
import type { NetworkShelf } from './networkShelf';

type Arguments = Calls['checkInput']['arguments'];
type Result = Calls['checkInput']['result'];

export async function checkInput(signal: AbortSignal, shelf: NetworkShelf, request: Arguments): Promise<Result> {
  return checkPictures(signal, shelf.get(request.network), request.inputs);
}
