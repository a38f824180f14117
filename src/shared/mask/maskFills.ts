import type { FillKind, Mask } from '../mask';

const words: Readonly<Record<FillKind, string>> = {
  black: 'black',
  mean: 'the input’s mean colour',
  blur: 'the blurred face',
  noise: 'noise',
  other: 'another face',
};

/** What stands in the place of what a mask hides, in words: each fill of its strokes once, as they were painted. */
export const maskFills = (mask: Mask): readonly string[] => [
  ...new Set(mask.filter(({ erase }) => !erase).map(({ fill }) => words[fill])),
];
