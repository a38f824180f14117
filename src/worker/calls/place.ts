import type { Calls } from '../../shared/protocol';
import type { NetworkShelf } from './networkShelf';

type Arguments = Calls['place']['arguments'];
type Result = Calls['place']['result'];

export async function place(_shelf: NetworkShelf, _request: Arguments): Promise<Result> {
  throw new Error('Being built.');
}
