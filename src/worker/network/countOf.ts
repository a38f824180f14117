import type { Weight } from './graph';

/** How many values a weight has, wherever they lie. */
export const countOf = ({ shape }: Pick<Weight, 'shape'>): number =>
  shape.reduce((product, extent) => product * extent, 1);
