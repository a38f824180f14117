/** The scalar that an attribution explains, as a function of one layer's output for one input, in plain arrays. */
export interface ScalarTarget {
  /** Name of the node whose output it reads, [units]. */
  readonly layer: string;
  value(output: Float32Array): number;
  /** d value / d output, of the output's length. */
  gradient(output: Float32Array): Float32Array<ArrayBuffer>;
  /** The value as a person reads it: the probability of the class or person, 0..1; the cosine for a similarity. */
  probability(output: Float32Array): number;
}
