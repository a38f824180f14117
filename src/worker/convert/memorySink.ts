import { createSink } from './createSink';
import { type EncodeWeight, encodeFloat32 } from './encodeWeight';
import { memoryTarget } from './memoryTarget';
import type { WeightSink } from './weightSink';

/** A sink that keeps the network in memory. @param encode how values become bytes */
export const createMemorySink = (encode: EncodeWeight = encodeFloat32): WeightSink =>
  createSink(encode, memoryTarget());
