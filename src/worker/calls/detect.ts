import type { Calls } from '../../shared/protocol';
import type { NetworkShelf } from './networkShelf';

type Arguments = Calls['detect']['arguments'];
type Result = Calls['detect']['result'];

export async function detect(_signal: AbortSignal, _shelf: NetworkShelf, _request: Arguments): Promise<Result> {
  throw new Error('Being built.');
}
