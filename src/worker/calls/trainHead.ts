import type { Calls } from '../../shared/protocol';

type Arguments = Calls['trainHead']['arguments'];
type Result = Calls['trainHead']['result'];
type Tell = (event: Calls['trainHead']['event']) => void;

export async function trainHead(_signal: AbortSignal, _request: Arguments, _tell: Tell): Promise<Result> {
  throw new Error('Being built.');
}
