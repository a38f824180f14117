import { FoveaError } from '../../../shared/errors';
import type { Weight } from '../graph';

/** The weight of this name. @throws FoveaError that tells which `model` the files should have been */
export function weightOf(weights: ReadonlyMap<string, Weight>, name: string, model: string): Weight {
  const found = weights.get(name);
  if (found === undefined) {
    throw new FoveaError(`The weight ${name} is missing.`, `Use the files of ${model} as they are.`);
  }
  return found;
}
