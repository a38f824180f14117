import type { Calls } from '../../shared/protocol';
import { randomise as randomiseWeights } from '../explain/trust/randomise';
import type { NetworkShelf } from './networkShelf';
import { toQuestion } from './question';

type Arguments = Calls['randomise']['arguments'];
type Result = Calls['randomise']['result'];
type Tell = (event: Calls['randomise']['event']) => void;

export async function randomise(
  signal: AbortSignal,
  shelf: NetworkShelf,
  request: Arguments,
  tell: Tell,
): Promise<Result> {
  const loaded = shelf.get(request.network);
  const steps = randomiseWeights(signal, loaded, toQuestion(loaded, request), request, request.seed);
  for await (const step of steps) tell(step);
  return null;
}
