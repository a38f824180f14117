import type { Shape } from '../kernels/tensor';
import { countOf } from './countOf';
import type { Weight } from './graph';

/** Refuses a node where something is not met; `why` completes “Layer … does not fit: ”. */
export type Demand = (met: boolean, why: string) => void;

/** A shape as a person reads it. */
export const told = (shape: Shape): string => shape.join(' × ');

export const isCount = (value: number, least: number): boolean => Number.isSafeInteger(value) && value >= least;

/** True for a weight with as many values as its shape says, and none of its extents 0. */
export const isWhole = (weight: Weight): boolean =>
  weight.shape.every((extent) => isCount(extent, 1)) &&
  // The loader has held stored values against the file's length.
  (weight.stored !== undefined || countOf(weight) === weight.values.length);

/** True for a weight that goes along with an input of this shape without making it larger. */
export function stretchesTo({ shape }: Weight, input: Shape): boolean {
  const behind = input.slice(input.length - shape.length);
  return shape.length <= input.length && shape.every((extent, axis) => extent === 1 || extent === behind[axis]);
}
