import type { Calls } from '../../shared/protocol';
import type { NetworkShelf } from './networkShelf';

type Tell = (event: Calls['occlude']['event']) => void;

export async function occlude(
  _signal: AbortSignal,
  _shelf: NetworkShelf,
  _request: Calls['occlude']['arguments'],
  _tell: Tell,
): Promise<Calls['occlude']['result']> {
  throw new Error('Being built.');
}
