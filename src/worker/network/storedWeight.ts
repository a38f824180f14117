import { FoveaError } from '../../shared/errors';
import type { StoredValues, Weight } from './graph';

/** A weight whose values lie somewhere else; only what reads blocks of rows, a dense layer, can use it. */
export function storedWeight(shape: readonly number[], stored: StoredValues): Weight {
  return {
    shape,
    stored,
    get values(): Float32Array {
      throw new FoveaError(
        `A weight of ${shape.join(' × ')} is too large for this operation.`,
        'Fovea reads weights of this size in dense layers only: leave the layer out of the network.',
      );
    },
  };
}
