import type { Calls } from '../../shared/protocol';
import { perturb as perturbInput } from '../explain/trust/perturb';
import type { NetworkShelf } from './networkShelf';
import { toQuestion } from './question';

type Arguments = Calls['perturb']['arguments'];
type Result = Calls['perturb']['result'];
type Tell = (event: Calls['perturb']['event']) => void;

export async function perturb(
  signal: AbortSignal,
  shelf: NetworkShelf,
  request: Arguments,
  tell: Tell,
): Promise<Result> {
  const loaded = shelf.get(request.network);
  const question = toQuestion(loaded, { ...request, layer: '' });
  for await (const curve of perturbInput(signal, loaded, question, request)) tell(curve);
  return null;
}
