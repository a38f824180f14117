import type { Calls } from '../../shared/protocol';
import { evidence as evidenceOf } from '../explain/cam/evidence';
import type { NetworkShelf } from './networkShelf';
import { toQuestion } from './question';

type Arguments = Calls['evidence']['arguments'];
type Result = Calls['evidence']['result'];

export async function evidence(signal: AbortSignal, shelf: NetworkShelf, request: Arguments): Promise<Result> {
  const loaded = shelf.get(request.network);
  return evidenceOf(signal, loaded, toQuestion(loaded, request), request);
}
