import type { Calls } from '../../shared/protocol';
import type { NetworkShelf } from './networkShelf';

type Tell = (event: Calls['hideFace']['event']) => void;

export async function hideFace(
  _signal: AbortSignal,
  _shelf: NetworkShelf,
  _request: Calls['hideFace']['arguments'],
  _tell: Tell,
): Promise<Calls['hideFace']['result']> {
  throw new Error('Being built.');
}
