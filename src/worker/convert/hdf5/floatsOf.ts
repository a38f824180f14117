import type { Metadata } from 'h5wasm';
import { decodeValues } from '../../network/loaders/weightsManifest';

/** HDF5's type classes for numbers (H5T_class_t). */
const integerClass = 0;
const floatClass = 1;

/** True for the numbers that `floatsOf` reads: floats of 2, 4 and 8 bytes, integers of 1 to 8. */
export const isNumeric = ({ type, size }: Pick<Metadata, 'type' | 'size'>): boolean =>
  (type === floatClass && [2, 4, 8].includes(size)) || (type === integerClass && [1, 2, 4, 8].includes(size));

/** Numbers in memory, little-endian, as 32-bit floats; those that are such already are not copied. */
export function floatsOf(
  memory: ArrayBuffer,
  at: number,
  count: number,
  { type, size, signed }: Pick<Metadata, 'type' | 'size' | 'signed'>,
): Float32Array {
  if (type === floatClass) {
    if (size === 4) return new Float32Array(memory, at, count);
    if (size === 8) return Float32Array.from(new Float64Array(memory, at, count));
    const halves = new Uint8Array(memory, at, 2 * count).slice().buffer;
    return decodeValues({ name: '', shape: [count], dtype: 'float16' }, halves);
  }
  switch (size) {
    case 1:
      return Float32Array.from(new (signed ? Int8Array : Uint8Array)(memory, at, count));
    case 2:
      return Float32Array.from(new (signed ? Int16Array : Uint16Array)(memory, at, count));
    case 4:
      return Float32Array.from(new (signed ? Int32Array : Uint32Array)(memory, at, count));
    default:
      return Float32Array.from(new (signed ? BigInt64Array : BigUint64Array)(memory, at, count), Number);
  }
}
