import { createStore } from 'zustand/vanilla';

/** The benches, in the order in which they are offered. */
export const benches = [
  { name: 'filters', title: 'Filters', defaultNetwork: 'dlib-resnet' },
  { name: 'faces', title: 'Faces', defaultNetwork: 'hse-mobilenet' },
  { name: 'masks', title: 'Masks', defaultNetwork: 'hse-mobilenet' },
  { name: 'networks', title: 'Networks', defaultNetwork: 'dlib-resnet' },
] as const;

export type BenchName = (typeof benches)[number]['name'];

/** The network that shows most on a bench, for a user who has not chosen one. */
export function defaultNetwork(bench: BenchName): string {
  return benches.find(({ name }) => name === bench)?.defaultNetwork ?? benches[0].defaultNetwork;
}

export interface BenchState {
  /** The bench in view. */
  readonly bench: BenchName;
  /** Whether the user has named a network: it then holds for all benches. */
  readonly networkChosen: boolean;
}

export const benchStore = createStore<BenchState>(() => ({ bench: 'filters', networkChosen: false }));
