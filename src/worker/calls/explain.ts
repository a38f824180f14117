import type { Calls } from '../../shared/protocol';
import { attribute } from '../explain/attribute';
import type { NetworkShelf } from './networkShelf';
import { toQuestion } from './question';

type Arguments = Calls['explain']['arguments'];
type Result = Calls['explain']['result'];
type Tell = (event: Calls['explain']['event']) => void;

export async function explain(
  signal: AbortSignal,
  shelf: NetworkShelf,
  request: Arguments,
  tell: Tell,
): Promise<Result> {
  const loaded = shelf.get(request.network);
  return attribute(signal, loaded, toQuestion(loaded, request), request, (fraction) => tell({ fraction }));
}
