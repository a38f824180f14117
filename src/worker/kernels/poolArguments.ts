<<<<<<< HEAD
/** The window of a pooling: its size, its step and what it does at the edges, each [down, right]. */
=======
/** A pooling window. */
>>>>>>> w-kernels
export interface PoolArguments {
  readonly size: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly padding: 'same' | 'valid';
}
