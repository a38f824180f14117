/**
 * Network-input values with some pixels replaced.
 * @param hidden for each pixel, other than 0 where it comes from `fill` and not from `input`
 * @param into takes the values, [height, width, 3] as `input` and `fill`
 */
export function hidePixels(input: Float32Array, fill: Float32Array, hidden: Uint8Array, into: Float32Array): void {
  into.set(input);
  for (let i = 0; i < hidden.length; i++) {
    if (hidden[i] === 0) continue;
    into[3 * i] = fill[3 * i] as number;
    into[3 * i + 1] = fill[3 * i + 1] as number;
    into[3 * i + 2] = fill[3 * i + 2] as number;
  }
}
