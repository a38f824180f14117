import type { Calls } from '../../shared/protocol';
import { trainIdentityHead } from '../face/identityHead/trainIdentityHead';

type Arguments = Calls['trainHead']['arguments'];
type Result = Calls['trainHead']['result'];
type Tell = (event: Calls['trainHead']['event']) => void;

export async function trainHead(signal: AbortSignal, request: Arguments, tell: Tell): Promise<Result> {
  return trainIdentityHead(signal, request, tell);
}
