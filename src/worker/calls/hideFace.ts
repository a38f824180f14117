import type { Calls } from '../../shared/protocol';
import { inputValues } from '../explain/inputValues';
import { hideFace as searchHiding } from '../explain/occlusion/hiding/hideFace';
import { fillValues } from './fillValues';
import type { NetworkShelf } from './networkShelf';

type Arguments = Calls['hideFace']['arguments'];
type Result = Calls['hideFace']['result'];
type Tell = (event: Calls['hideFace']['event']) => void;

export async function hideFace(
  signal: AbortSignal,
  shelf: NetworkShelf,
  { network, input, regions, head, fill, seed }: Arguments,
  tell: Tell,
): Promise<Result> {
  const loaded = shelf.get(network);
  const scene = {
    input: inputValues(loaded.network, input),
    fill: fillValues(loaded.network, input, fill, seed),
    head,
  };
  return searchHiding(signal, loaded, scene, regions, tell);
}
