import { compareMasked as compare } from '../../shared/people/compareMasked';
import type { Calls } from '../../shared/protocol';
import { breathe } from '../breathe';

type Arguments = Calls['compareMasked']['arguments'];
type Result = Calls['compareMasked']['result'];

/** What a mask costs each group. @throws the signal's reason */
export async function compareMasked(signal: AbortSignal, request: Arguments): Promise<Result> {
  await breathe(signal);
  return compare(request);
}
