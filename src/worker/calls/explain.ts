import type { Calls } from '../../shared/protocol';
import type { NetworkShelf } from './networkShelf';

type Arguments = Calls['explain']['arguments'];
type Result = Calls['explain']['result'];
type Tell = (event: Calls['explain']['event']) => void;

export async function explain(
  _signal: AbortSignal,
  _shelf: NetworkShelf,
  _request: Arguments,
  _tell: Tell,
): Promise<Result> {
  throw new Error('Being built.');
}
