import { maskedSteps } from '../../shared/people/compareMasked';
import type { Calls } from '../../shared/protocol';
import { breathe } from '../breathe';

type Arguments = Calls['compareMasked']['arguments'];
type Result = Calls['compareMasked']['result'];

/** What a mask costs each group, and which more. @throws RangeError for rows of unlike photos; the signal's reason */
export async function compareMasked(signal: AbortSignal, request: Arguments): Promise<Result> {
  const steps = maskedSteps(request);
  for (;;) {
    await breathe(signal);
    const step = steps.next();
    if (step.done) return step.value;
  }
}
