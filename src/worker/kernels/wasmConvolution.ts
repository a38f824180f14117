import type { backend_util, TensorInfo } from '@tensorflow/tfjs-core';

/** A convolution without dilation, checked and measured, for one of our kernels. */
export interface WasmConvolution {
  readonly info: backend_util.Conv2DInfo;
  /** [batch, height, width, channels]. */
  readonly x: TensorInfo;
  /** [height, width, channels, filters]. */
  readonly filter: TensorInfo;
  /** [filters]. */
  readonly bias: TensorInfo | undefined;
  /** Lower and upper bound of the activation. */
  readonly range: readonly [number, number];
}
