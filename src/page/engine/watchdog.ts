/** How long a worker may be silent, in milliseconds. */
export interface WatchLimits {
  /** Between two looks; a silent worker is pinged at each. */
  readonly interval: number;
  /** Without any message, not even the answer to a ping: the thread is dead or stuck. */
  readonly silence: number;
  /** Without a message about any call, though pings are answered: the call will never end. */
  readonly stall: number;
}

/**
 * Watches a worker while something waits on it. It counts looks instead of reading a clock: a laptop that wakes up, or
 * a background tab whose timers are slowed down, makes a few late looks, not a dead worker.
 */
export class Watchdog {
  #timer: ReturnType<typeof setInterval> | null = null;
  #silentLooks = 0;
  #stalledLooks = 0;

  constructor(
    private readonly limits: WatchLimits,
    private readonly ping: () => void,
    private readonly onDead: (reason: string) => void,
  ) {}

  start(): void {
    if (this.#timer !== null) return;
    this.#silentLooks = 0;
    this.#stalledLooks = 0;
    this.#timer = setInterval(() => this.#look(), this.limits.interval);
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  /** A message came; `progress` says that it belonged to a call. */
  heard(progress: boolean): void {
    this.#silentLooks = 0;
    if (progress) this.#stalledLooks = 0;
  }

  #look(): void {
    this.#silentLooks += 1;
    this.#stalledLooks += 1;
    const { interval, silence, stall } = this.limits;
    if (this.#silentLooks * interval > silence) this.onDead(`it has been silent for ${Math.round(silence / 1000)} s`);
    else if (this.#stalledLooks * interval > stall)
      this.onDead(`a call has not moved for ${Math.round(stall / 1000)} s`);
    else this.ping();
  }
}
