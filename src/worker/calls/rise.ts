import type { Calls } from '../../shared/protocol';
import { rise as riseInput } from '../explain/occlusion/rise';
import type { NetworkShelf } from './networkShelf';
import { toQuestion } from './question';

type Arguments = Calls['rise']['arguments'];
type Result = Calls['rise']['result'];
type Tell = (event: Calls['rise']['event']) => void;

export async function rise(signal: AbortSignal, shelf: NetworkShelf, request: Arguments, tell: Tell): Promise<Result> {
  const loaded = shelf.get(request.network);
  return riseInput(signal, loaded, toQuestion(loaded, { ...request, layer: '' }), request.settings, tell);
}
