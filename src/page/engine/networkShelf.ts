import type { LoadProgress } from '../../shared/calls/networkCalls';
import type { LoadedNetwork, NetworkSpec } from '../../shared/network';
import { abortable } from './abortable';
import { Deferred } from './deferred';

/** A network that the workers hold or are to hold, with the answer that its callers wait for. */
export interface ShelvedNetwork {
  readonly spec: NetworkSpec;
  readonly listeners: Set<(progress: LoadProgress) => void>;
  /** Aborted when nobody waits for it any longer, or when it has failed. */
  readonly controller: AbortController;
  readonly answer: Deferred<LoadedNetwork>;
  /** How many callers wait for the answer. */
  waiting: number;
  loaded: boolean;
  /** Bytes that the worker ahead of the others has read. */
  furthest: number;
}

/** The networks that every worker has to hold; a new worker loads them all. */
export class NetworkShelf {
  readonly #networks = new Map<string, ShelvedNetwork>();

  /** @param onNew a network has come onto the shelf: workers are to load it */
  constructor(private readonly onNew: (shelved: ShelvedNetwork) => void) {}

  all(): readonly ShelvedNetwork[] {
    return [...this.#networks.values()];
  }

  has(id: string): boolean {
    return this.#networks.has(id);
  }

  /** Waits for the network; the last waiter's abort takes an unfinished one off the shelf. */
  async load(
    signal: AbortSignal,
    spec: NetworkSpec,
    onProgress?: (progress: LoadProgress) => void,
  ): Promise<LoadedNetwork> {
    signal.throwIfAborted();
    const shelved = this.#networks.get(spec.id) ?? this.#add(spec);
    shelved.waiting += 1;
    if (onProgress !== undefined) shelved.listeners.add(onProgress);
    try {
      return await abortable(signal, shelved.answer.promise);
    } finally {
      shelved.waiting -= 1;
      if (onProgress !== undefined) shelved.listeners.delete(onProgress);
      if (shelved.waiting === 0 && !shelved.loaded) this.drop(shelved, signal.reason);
    }
  }

  /** Takes a network off the shelf; whoever waits for it gets the error. */
  drop(shelved: ShelvedNetwork, error: unknown): void {
    if (this.#networks.get(shelved.spec.id) === shelved) this.#networks.delete(shelved.spec.id);
    shelved.controller.abort(error);
    shelved.answer.reject(error);
  }

  /** Several workers load at once: who waits hears of the one that is ahead, so that progress never goes back. */
  tellProgress(shelved: ShelvedNetwork, progress: LoadProgress): void {
    const far = progress.stage === 'building' ? Number.POSITIVE_INFINITY : progress.loadedBytes;
    if (far < shelved.furthest) return;
    shelved.furthest = far;
    for (const listener of shelved.listeners) listener(progress);
  }

  #add(spec: NetworkSpec): ShelvedNetwork {
    const shelved: ShelvedNetwork = {
      spec,
      listeners: new Set(),
      controller: new AbortController(),
      answer: new Deferred(),
      waiting: 0,
      loaded: false,
      furthest: -1,
    };
    this.#networks.set(spec.id, shelved);
    this.onNew(shelved);
    return shelved;
  }
}
