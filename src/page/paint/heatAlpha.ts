/** Below 1, so that middling values are seen, too. */
const power = 0.8;

/**
 * How much a value hides of the face below, 0..1: nothing at 0, `opacity` at the scale's ends, so that what has no heat
 * stays a face.
 * @param share where the value stands on the scale, clipped to 0..1
 * @param signed whether 0 lies in the scale's middle, and not at its low end
 */
export function heatAlpha(share: number, signed: boolean, opacity: number): number {
  const clipped = Math.min(1, Math.max(0, share));
  return opacity * Math.abs(signed ? 2 * clipped - 1 : clipped) ** power;
}
