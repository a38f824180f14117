import type { Calls } from '../../shared/protocol';
import type { NetworkShelf } from './networkShelf';

type Arguments = Calls['recognise']['arguments'];
type Result = Calls['recognise']['result'];

export async function recognise(_signal: AbortSignal, _shelf: NetworkShelf, _request: Arguments): Promise<Result> {
  throw new Error('Being built.');
}
