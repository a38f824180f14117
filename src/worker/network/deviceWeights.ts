import { dispose, keep, type Tensor, tensor } from '../kernels/tensor';
import type { Weight } from './graph';

/** A network's weights on the device: uploaded when first needed, with what was derived from them, freed together. */
export class DeviceWeights {
  readonly #tensors = new Map<Weight, Map<string, Tensor>>();

  /** The weight as it is. */
  tensor(weight: Weight): Tensor {
    return this.derived(weight, 'as is', () => weight);
  }

  /** Something made from the weight, once: a flipped kernel, say. `make` runs on plain arrays. */
  derived(weight: Weight, name: string, make: () => Weight): Tensor {
    let versions = this.#tensors.get(weight);
    if (versions === undefined) {
      versions = new Map();
      this.#tensors.set(weight, versions);
    }
    let found = versions.get(name);
    if (found === undefined) {
      const { values, shape } = make();
      // Rules run inside a tidy, which would free what it does not return.
      found = keep(tensor(values, [...shape], 'float32'));
      versions.set(name, found);
    }
    return found;
  }

  /** Frees all that is not in `kept`: the narrowed weights of a job that has ended. */
  releaseExcept(kept: (weight: Weight) => boolean): void {
    for (const [weight, versions] of this.#tensors) {
      if (kept(weight)) continue;
      dispose([...versions.values()]);
      this.#tensors.delete(weight);
    }
  }

  dispose(): void {
    this.releaseExcept(() => false);
  }
}
