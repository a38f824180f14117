import type { Calls } from '../../shared/protocol';
import { inputValues } from '../explain/inputValues';
import { embed as embedInputs } from '../explain/target/embed';
import type { NetworkShelf } from './networkShelf';

type Arguments = Calls['embed']['arguments'];
type Result = Calls['embed']['result'];
type Tell = (event: Calls['embed']['event']) => void;

export async function embed(
  signal: AbortSignal,
  shelf: NetworkShelf,
  { network, inputs }: Arguments,
  tell: Tell,
): Promise<Result> {
  const loaded = shelf.get(network);
  const fill = (index: number, values: Float32Array) => {
    const input = inputs[index];
    if (input !== undefined) values.set(inputValues(loaded.network, input));
  };
  return embedInputs(signal, loaded, inputs.length, fill, (done) => tell({ done }));
}
