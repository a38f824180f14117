import type { Calls } from '../../shared/protocol';
import { occlude as occludeInput } from '../explain/occlusion/occlude';
import { fillValues } from './fillValues';
import type { NetworkShelf } from './networkShelf';
import { toQuestion } from './question';

type Arguments = Calls['occlude']['arguments'];
type Result = Calls['occlude']['result'];
type Tell = (event: Calls['occlude']['event']) => void;

export async function occlude(
  signal: AbortSignal,
  shelf: NetworkShelf,
  request: Arguments,
  tell: Tell,
): Promise<Result> {
  const { input, settings } = request;
  const loaded = shelf.get(request.network);
  const question = toQuestion(loaded, { ...request, layer: '' });
  const fill = fillValues(loaded.network, input, settings.fill, settings.seed);
  return occludeInput(signal, loaded, question, fill, settings, tell);
}
