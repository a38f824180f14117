/** How far an ascent's settings may go, typed in, from a file or from a script alike: what a browser carries out. */
export const ascentLimits = {
  /** Pixels. */
  size: 512,
  /** Of a filter in all, those that it is told to go on for included. */
  steps: 10_000,
  /** Standard deviation in pixels. */
  blur: 8,
  /** Below, the normalisation's floor is lost among 32-bit floats. */
  leastEpsilon: 1e-16,
  seed: 2 ** 32 - 1,
} as const;
