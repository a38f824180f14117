import type { Calls } from '../../shared/protocol';
import type { NetworkShelf } from './networkShelf';

type Arguments = Calls['embed']['arguments'];
type Result = Calls['embed']['result'];
type Tell = (event: Calls['embed']['event']) => void;

export async function embed(
  _signal: AbortSignal,
  _shelf: NetworkShelf,
  _request: Arguments,
  _tell: Tell,
): Promise<Result> {
  throw new Error('Being built.');
}
