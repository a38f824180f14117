import { affineBytes, affineCode } from './affineCodes';
import { type EncodeWeight, eachChunk, encodeFloat32 } from './encodeWeight';
import { rangeOf } from './rangeOf';

/**
 * One byte a value over the weight's own range, as TensorFlow.js quantises to uint8: the error is at most half a step,
 * (largest − smallest) / 510. What has one dimension stays in 32-bit floats: it takes no room, and a normalisation's
 * variances span too much for 256 steps.
 */
export const encodeUint8: EncodeWeight = async (signal, chunks, shape) => {
  if (shape.length < 2) return encodeFloat32(signal, chunks, shape);
  const code = affineCode(await rangeOf(chunks()));
  return {
    entry: { dtype: 'float32', quantization: { dtype: 'uint8', ...code } },
    bytes: eachChunk(chunks(), (values) => affineBytes(values, code)),
  };
};
