import type { Slot } from './slot';

/** A slice or a call at work: where, and how to stop it. */
export interface Running {
  readonly worker: Slot;
  readonly controller: AbortController;
  stopping: boolean;
}

/** Asks a running slice to give its last whole step back, or a running call to end. */
export function stop(item: { readonly running: Running | null }): void {
  if (item.running === null || item.running.stopping) return;
  item.running.stopping = true;
  item.running.controller.abort();
}
