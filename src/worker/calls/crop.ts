import type { Calls } from '../../shared/protocol';
import type { NetworkShelf } from './networkShelf';

type Arguments = Calls['crop']['arguments'];
type Result = Calls['crop']['result'];

export async function crop(_signal: AbortSignal, _shelf: NetworkShelf, _request: Arguments): Promise<Result> {
  throw new Error('Being built.');
}
