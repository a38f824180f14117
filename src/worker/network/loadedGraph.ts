import { DeviceWeights } from './deviceWeights';
import type { Network, Weight } from './graph';

/** A network with its weights on this worker's device. */
export class LoadedGraph {
  readonly weights = new DeviceWeights();
  readonly #own: ReadonlySet<Weight>;

  constructor(readonly network: Network) {
    this.#own = new Set([...network.graph.values()].flatMap(weightsOf));
  }

  /** Frees the weights of narrowed graphs; the network's own stay. */
  releaseNarrowed(): void {
    this.weights.releaseExcept((weight) => this.#own.has(weight));
  }

  dispose(): void {
    this.weights.dispose();
  }
}

const weightsOf = (node: object): Weight[] => Object.values(node).filter(isWeight);

/** Stored values are not looked at: reading them is an error. */
const isWeight = (value: Partial<Weight> | null | undefined): value is Weight =>
  Array.isArray(value?.shape) && (value.stored !== undefined || value.values instanceof Float32Array);
