import { comparisonSteps } from '../../shared/people/compareGroups';
import type { Calls } from '../../shared/protocol';
import { breathe } from '../breathe';

type Arguments = Calls['comparePeople']['arguments'];
type Result = Calls['comparePeople']['result'];

/** Groups of people compared, away from the page's thread. @throws the signal's reason */
export async function comparePeople(signal: AbortSignal, { rows, ...options }: Arguments): Promise<Result> {
  const steps = comparisonSteps(rows, options);
  for (;;) {
    await breathe(signal);
    const step = steps.next();
    if (step.done) return step.value;
  }
}
