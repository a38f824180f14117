import type { Calls } from '../../shared/protocol';
import type { NetworkShelf } from './networkShelf';

type Tell = (event: Calls['rise']['event']) => void;

export async function rise(
  _signal: AbortSignal,
  _shelf: NetworkShelf,
  _request: Calls['rise']['arguments'],
  _tell: Tell,
): Promise<Calls['rise']['result']> {
  throw new Error('Being built.');
}
