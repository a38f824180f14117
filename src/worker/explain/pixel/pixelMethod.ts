import type { Explanation, MethodSettings } from '../../../shared/explain';
import type { Model, Question } from '../question';

/** Makes a map of the input's size; `onFraction` hears which share is done, rising to 1. */
export type PixelAlgorithm = (
  signal: AbortSignal,
  model: Model,
  question: Question,
  settings: MethodSettings,
  onFraction: (fraction: number) => void,
) => Promise<Explanation>;
