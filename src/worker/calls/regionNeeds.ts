import type { Calls } from '../../shared/protocol';
import { regionNeeds as needsOfRegions } from '../explain/occlusion/regionNeeds';
import { fillValues } from './fillValues';
import type { NetworkShelf } from './networkShelf';
import { toQuestion } from './question';

type Arguments = Calls['regionNeeds']['arguments'];
type Result = Calls['regionNeeds']['result'];
type Tell = (event: Calls['regionNeeds']['event']) => void;

export async function regionNeeds(
  signal: AbortSignal,
  shelf: NetworkShelf,
  request: Arguments,
  tell: Tell,
): Promise<Result> {
  const { input, regions, seed } = request;
  const loaded = shelf.get(request.network);
  const question = toQuestion(loaded, { ...request, layer: '' });
  const values = (fill: 'black' | 'mean' | 'blur' | 'noise') => fillValues(loaded.network, input, fill, seed);
  const fills = { black: values('black'), mean: values('mean'), blur: values('blur'), noise: values('noise') };
  for await (const need of needsOfRegions(signal, loaded, question, regions, fills)) tell(need);
  return null;
}
