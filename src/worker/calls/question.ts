import type { Explainable } from '../../shared/calls/explainCalls';
import { inputValues } from '../explain/inputValues';
import type { Model, Question } from '../explain/question';
import { createTarget } from '../explain/target/createTarget';

/** A request in the algorithms' terms. @throws FoveaError if its input or target does not fit the network */
export function toQuestion({ network }: Model, { input, target, layer }: Omit<Explainable, 'network'>): Question {
  return { input: inputValues(network, input), target: createTarget(network, target), layer };
}
