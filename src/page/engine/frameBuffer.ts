import type { TileFrame } from './types';

/**
 * Frames on their way to a reader that may be slower than the workers. A newer frame of a filter takes the place of
 * the unread one and carries its objectives along, so the buffer never holds more than one frame a filter.
 */
export class FrameBuffer {
  readonly #frames = new Map<number, TileFrame>();
  #wake: (() => void) | null = null;
  #end: { readonly error: unknown } | 'finished' | null = null;

  push(frame: TileFrame): void {
    if (this.#end !== null) return;
    const unread = this.#frames.get(frame.filter);
    const objectives = unread === undefined ? frame.objectives : [...unread.objectives, ...frame.objectives];
    this.#frames.set(frame.filter, { ...frame, objectives });
    this.#wake?.();
  }

  /** Lets the reader have what is there, then ends the stream. */
  finish(): void {
    this.#end ??= 'finished';
    this.#wake?.();
  }

  /** Throws at the reader at once; unread frames are dropped. */
  fail(error: unknown): void {
    if (this.#end !== null) return;
    this.#end = { error };
    this.#frames.clear();
    this.#wake?.();
  }

  /** The next frame, or null at the end. One reader at a time. */
  async take(): Promise<TileFrame | null> {
    for (;;) {
      const [next] = this.#frames.values();
      if (next !== undefined) {
        this.#frames.delete(next.filter);
        return next;
      }
      if (this.#end === 'finished') return null;
      if (this.#end !== null) throw this.#end.error;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = null;
    }
  }
}
