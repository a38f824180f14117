import { maskResultsStore } from '../../state/maskResults';
import { useStore } from '../../state/useStore';
import { Problem } from '../../ui/Problem';

/** Why the mask in view could not be tried; the answer before stays. */
export function MaskProblem() {
  const problem = useStore(maskResultsStore, (state) => state.problem);
  return problem === null ? null : <Problem message={problem.message} remedy={problem.remedy} />;
}
