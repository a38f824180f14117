import { type EncodeWeight, eachChunk, encodeFloat32 } from './encodeWeight';
import { halfBytes, largestHalf } from './halfFloat';
import { rangeOf } from './rangeOf';

/**
 * Halves, as TensorFlow.js quantises to float16. A weight with a value beyond their range stays in 32-bit floats, and
 * so does one of a single dimension.
 */
export const encodeFloat16: EncodeWeight = async (signal, chunks, shape) => {
  if (shape.length < 2) return encodeFloat32(signal, chunks, shape);
  const { least, most } = await rangeOf(chunks());
  if (most > largestHalf || least < -largestHalf) return encodeFloat32(signal, chunks, shape);
  return { entry: { dtype: 'float32', quantization: { dtype: 'float16' } }, bytes: eachChunk(chunks(), halfBytes) };
};
