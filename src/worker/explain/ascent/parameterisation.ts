import type { Tensor } from '../../kernels/tensor';

/** What the ascent changes, and how that becomes the network's input. */
export interface Parameterisation {
  readonly shape: readonly number[];
  /** Start values for one filter, from the settings' seed. */
  start(filter: number): Float32Array<ArrayBuffer>;
  /** Parameters for given network-input values [size, size, 3], HWC. @throws FoveaError where that has no inverse */
  fromInput(values: Float32Array): Float32Array<ArrayBuffer>;
  /** Network input [1, size, size, 3]. Synchronous; call it in a tidy. */
  toInput(parameters: Tensor): Tensor;
  /** d objective / d parameters from d objective / d input, at these parameters. */
  gradient(parameters: Tensor, inputGradient: Tensor): Tensor;
  dispose(): void;
}
