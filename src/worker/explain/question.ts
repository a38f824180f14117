import type { DeviceWeights } from '../network/deviceWeights';
import type { Network } from '../network/graph';
import type { ScalarTarget } from './target/scalarTarget';

/** A network and its weights on the device, or a changed copy of it on the same device. */
export interface Model {
  readonly network: Network;
  readonly weights: DeviceWeights;
}

/** What is asked about one input. */
export interface Question {
  /** Network-input values [height, width, 3]. */
  readonly input: Float32Array;
  readonly target: ScalarTarget;
  /** Ignored by methods that know no layer. */
  readonly layer: string;
}
