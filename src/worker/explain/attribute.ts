import type { Explanation, MethodId, MethodSettings } from '../../shared/explain';
import { cam } from './cam/cam';
import { scoreCam } from './cam/scoreCam';
import { pixelAlgorithms } from './pixel/methods';
import type { Model, Question } from './question';

export interface Attribution {
  readonly method: MethodId;
  readonly settings: MethodSettings;
}

/**
 * One attribution map by any method.
 * @param onFraction hears which share is done, rising to 1, where the method takes more than a moment
 * @throws FoveaError for a layer that the method cannot use; the signal's reason when aborted
 */
export async function attribute(
  signal: AbortSignal,
  model: Model,
  question: Question,
  { method, settings }: Attribution,
  onFraction: (fraction: number) => void = () => undefined,
): Promise<Explanation> {
  switch (method) {
    case 'gradient':
    case 'smooth-grad':
    case 'integrated-gradients':
    case 'guided-backpropagation':
    case 'guided-grad-cam':
      return pixelAlgorithms[method](signal, model, question, settings, onFraction);
    case 'score-cam':
      return scoreCam(signal, model, question, onFraction);
    default:
      return cam(signal, model, question, method);
  }
}
