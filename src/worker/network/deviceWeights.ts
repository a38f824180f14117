import { dispose, keep, type Tensor, tensor } from '../kernels/tensor';
import { countOf } from './countOf';
import type { Node, StoredValues, Weight } from './graph';
import { type RowBlock, rowBlocks } from './rowBlocks';

/** Rows of a matrix on the device. */
export interface DeviceBlock extends Pick<RowBlock, 'start' | 'rows'> {
  readonly tensor: Tensor;
}

/**
 * Whose stored weights this worker's device holds: one network's at a time, since each may take half a gigabyte, and
 * they can be read again.
 */
let holder: DeviceWeights | null = null;

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

  /**
   * A matrix [rows, columns] in blocks of rows that any device holds; one block where it is small. A stored one has to
   * be prepared before.
   */
  blocks(weight: Weight): readonly DeviceBlock[] {
    const columns = weight.shape[1] ?? 1;
    return rowBlocks(weight).map(({ name, start, rows }) => {
      const values = () => weight.values.subarray(start * columns, (start + rows) * columns);
      return { start, rows, tensor: this.derived(weight, name, () => ({ shape: [rows, columns], values: values() })) };
    });
  }

  /**
   * Reads what a node needs and is not in memory, block by block; the device gets each as it comes. null where there is
   * nothing to wait for.
   * @throws FoveaError when it cannot be read any longer; the signal's reason when aborted
   */
  prepare(signal: AbortSignal, node: Node): Promise<void> | null {
    return node.kind === 'dense' && node.kernel.stored !== undefined
      ? this.#readStored(signal, node.kernel, node.kernel.stored)
      : null;
  }

  async #readStored(signal: AbortSignal, kernel: Weight, stored: StoredValues): Promise<void> {
    if (holder !== this) holder?.releaseStored();
    holder = this;
    const columns = kernel.shape[1] ?? 1;
    for (const { name, start, rows } of rowBlocks(kernel)) {
      if (this.#tensors.get(kernel)?.has(name)) continue;
      const shape = [rows, columns];
      const values = await stored.read(signal, start * columns, countOf({ shape }));
      signal.throwIfAborted();
      this.derived(kernel, name, () => ({ shape, values }));
    }
  }

  /** Frees the stored weights; they are read again when they are needed. */
  releaseStored(): void {
    this.releaseExcept((weight) => weight.stored === undefined);
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
    if (holder === this) holder = null;
    this.releaseExcept(() => false);
  }
}
