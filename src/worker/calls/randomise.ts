import type { Calls } from '../../shared/protocol';
import type { NetworkShelf } from './networkShelf';

type Arguments = Calls['randomise']['arguments'];
type Result = Calls['randomise']['result'];
type Tell = (event: Calls['randomise']['event']) => void;

export async function randomise(
  _signal: AbortSignal,
  _shelf: NetworkShelf,
  _request: Arguments,
  _tell: Tell,
): Promise<Result> {
  throw new Error('Being built.');
}
