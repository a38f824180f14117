import { FoveaError } from '../../../shared/errors';

/**
 * What is wrong with values that `allFinite` has refused.
 * @param name of the weight that they are of
 */
export function notFinite(name: string, values: Float32Array): FoveaError {
  const found = values.some(Number.isNaN) ? 'values that are not numbers (NaN)' : 'infinite values';
  return new FoveaError(
    `The weight ${name} contains ${found}.`,
    'The training diverged or the file is damaged: export the model again, or choose an earlier checkpoint.',
  );
}
