/** The largest value that IEEE 754 binary16 holds. */
export const largestHalf = 65504;

/**
 * Values as IEEE 754 binary16, little-endian, rounded to the nearest, ties to even. The relative error is at most 2⁻¹¹
 * from 2⁻¹⁴ on; below, the error is at most 2⁻²⁵.
 * @param values finite, at most `largestHalf` in magnitude
 */
export function halfBytes(values: Float32Array): Uint8Array<ArrayBuffer> {
  const halves = new Uint16Array(values.length);
  const own = values.slice();
  const bits = new Uint32Array(own.buffer);
  for (let i = 0; i < halves.length; i++) halves[i] = toHalf(bits[i] as number);
  return new Uint8Array(halves.buffer);
}

/** The bits of a 32-bit float as the bits of a half. */
function toHalf(bits: number): number {
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = bits & 0x7fffffff;
  // 2⁻¹⁴, the smallest normal half: rebiased by 127 − 15 the exponent and the first ten bits of the fraction remain.
  if (magnitude >= 0x38800000) return sign | roundShift(magnitude - 0x38000000, 13);
  const exponent = magnitude >>> 23;
  // Half of the smallest half, 2⁻²⁵, is a tie with 0.
  if (exponent < 102) return sign;
  return sign | roundShift((magnitude & 0x7fffff) | 0x800000, 126 - exponent);
}

/** value / 2^shift, to the nearest, ties to even. */
function roundShift(value: number, shift: number): number {
  const odd = (value >>> shift) & 1;
  return (value + (1 << (shift - 1)) - 1 + odd) >>> shift;
}
