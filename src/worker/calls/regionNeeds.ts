import type { Calls } from '../../shared/protocol';
import type { NetworkShelf } from './networkShelf';

type Tell = (event: Calls['regionNeeds']['event']) => void;

export async function regionNeeds(
  _signal: AbortSignal,
  _shelf: NetworkShelf,
  _request: Calls['regionNeeds']['arguments'],
  _tell: Tell,
): Promise<Calls['regionNeeds']['result']> {
  throw new Error('Being built.');
}
