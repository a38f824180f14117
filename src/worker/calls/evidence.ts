import type { Calls } from '../../shared/protocol';
import type { NetworkShelf } from './networkShelf';

type Arguments = Calls['evidence']['arguments'];
type Result = Calls['evidence']['result'];

export async function evidence(_signal: AbortSignal, _shelf: NetworkShelf, _request: Arguments): Promise<Result> {
  throw new Error('Being built.');
}
