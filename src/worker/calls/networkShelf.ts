import type { LoadProgress } from '../../shared/calls/networkCalls';
import { FoveaError } from '../../shared/errors';
import type { LoadedNetwork, NetworkSpec } from '../../shared/network';
import { describe } from '../network/describe';
import { LoadedGraph } from '../network/loadedGraph';
import { loadNetwork } from '../network/loaders/loadNetwork';

/** The networks that this worker holds, by id. */
export class NetworkShelf {
  readonly #loaded = new Map<string, LoadedGraph>();

  /** Loads a network in the place of an earlier one of its id; that one stays if the new one fails. */
  async load(
    signal: AbortSignal,
    spec: NetworkSpec,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<LoadedNetwork> {
    const network = await loadNetwork(signal, spec, onProgress);
    const description = describe(network);
    this.unload(spec.id);
    this.#loaded.set(spec.id, new LoadedGraph(network));
    return description;
  }

  /** @throws FoveaError if it is not loaded */
  get(id: string): LoadedGraph {
    const loaded = this.#loaded.get(id);
    if (loaded === undefined)
      throw new FoveaError(`The network ${id} is not loaded.`, 'Choose it from the list again.');
    return loaded;
  }

  unload(id: string): null {
    this.#loaded.get(id)?.dispose();
    this.#loaded.delete(id);
    return null;
  }
}
