import type { QuantisedWeight } from './encodeWeight';

/**
 * Where a converter puts a foreign network: one model.json and one weights file in TensorFlow.js's own format, which
 * the loaders read like any other. The converter hands tensors on one by one and never holds all of them.
 */
export interface WeightSink {
  /**
   * Takes the next weight.
   * @param name as the topology names it, `layer/kernel`
   * @param chunks the values in row-major order, in pieces of any length; it may be asked for more than once
   * @param quantised the same values in fewer bits, which a sink of 32 bits takes as they are: decoded they would take
   *   more room and be no better
   * @throws FoveaError naming the weight when a value is not finite or the number of values does not match the shape
   */
  add(
    signal: AbortSignal,
    name: string,
    shape: readonly number[],
    chunks: () => AsyncIterable<Float32Array>,
    quantised?: QuantisedWeight,
  ): Promise<void>;
  /**
   * Writes model.json and closes.
   * @param topology a Keras model as `checkKerasModel` takes it, or a TensorFlow graph as `checkTopology` does
   * @param signature what a TensorFlow graph declares to give, as in model.json; absent where it does not say
   */
  finish(signal: AbortSignal, topology: unknown, signature?: unknown): Promise<readonly File[]>;
  /** Throws away what was written: the conversion has failed or was stopped. */
  discard(): Promise<void>;
}
