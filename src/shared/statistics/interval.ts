/** Every interval here is for 95 %. */
export const confidence = 0.95;

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Values that a mean cannot leave: shares and rates lie in 0..1. */
export const shareBounds: Bounds = { low: 0, high: 1 };

export const clip = ({ low, high }: Bounds, within: Bounds | null): Bounds =>
  within === null
    ? { low, high }
    : {
        low: Math.max(within.low, Math.min(within.high, low)),
        high: Math.min(within.high, Math.max(within.low, high)),
      };
