import type { Calls } from '../../shared/protocol';
import type { NetworkShelf } from './networkShelf';

type Arguments = Calls['perturb']['arguments'];
type Result = Calls['perturb']['result'];
type Tell = (event: Calls['perturb']['event']) => void;

export async function perturb(
  _signal: AbortSignal,
  _shelf: NetworkShelf,
  _request: Arguments,
  _tell: Tell,
): Promise<Result> {
  throw new Error('Being built.');
}
