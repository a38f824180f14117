import type { Calls } from '../../shared/protocol';
import { inputValues } from '../explain/inputValues';
import { recognise as recogniseInput } from '../explain/target/recognise';
import type { NetworkShelf } from './networkShelf';

type Arguments = Calls['recognise']['arguments'];
type Result = Calls['recognise']['result'];

export async function recognise(signal: AbortSignal, shelf: NetworkShelf, request: Arguments): Promise<Result> {
  const loaded = shelf.get(request.network);
  return recogniseInput(signal, loaded, inputValues(loaded.network, request.input), request.head);
}
