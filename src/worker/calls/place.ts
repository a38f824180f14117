import type { Calls } from '../../shared/protocol';
import { placeCrop } from '../face/placeCrop';
import { nativeSize } from '../network/plan';
import type { NetworkShelf } from './networkShelf';

type Arguments = Calls['place']['arguments'];
type Result = Calls['place']['result'];

/** Where a network's input lies in a picture of this height and width. */
export async function place(shelf: NetworkShelf, { network, choice, picture }: Arguments): Promise<Result> {
  const { graph, margin } = shelf.get(network).network;
  return placeCrop(choice, nativeSize(graph), margin, picture);
}
