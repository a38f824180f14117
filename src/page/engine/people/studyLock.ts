/** Milliseconds that a tab has to end its work before the study is taken from it. */
const patience = 10_000;

type Message = 'ask' | 'ready';

/**
 * Which of the tabs that share a study has it: one at a time, by a lock that the browser ends with the tab. A browser
 * without locks, as on pages over plain http, lets every tab have it.
 */
export class StudyLock {
  readonly #name: string;
  readonly #patience: number;
  readonly #channel: BroadcastChannel | null;
  #release: (() => void) | null = null;
  #ended: Promise<void> = Promise.resolve();
  /** Another tab asks for the study: resolves once this one has ended what writes to it. */
  onAsked: () => Promise<void> = () => Promise.resolve();
  /** Another tab has taken it. */
  onLost: () => void = () => {};

  constructor(name = 'fovea-study', wait = patience) {
    this.#name = name;
    this.#patience = wait;
    this.#channel = globalThis.BroadcastChannel === undefined ? null : new BroadcastChannel(name);
    // In Node a channel would keep the process from ending.
    (this.#channel as { unref?: () => void } | null)?.unref?.();
    this.#channel?.addEventListener('message', ({ data }) => void this.#hear(data as Message));
  }

  get held(): boolean {
    return this.#release !== null;
  }

  /** Takes the study where no other tab has it. @returns whether this one has it now */
  async tryHold(): Promise<boolean> {
    return this.held || this.#request({ ifAvailable: true });
  }

  /** Takes the study once the other tab has let go of it, or is closed. @returns false when aborted */
  waitForTurn(signal: AbortSignal): Promise<boolean> {
    return this.#request({ signal });
  }

  /** Takes the study from the tab that has it, which is given time to end its work. */
  async takeOver(): Promise<void> {
    if (await this.tryHold()) return;
    await this.#ask();
    await this.#request({ steal: true });
  }

  /** Lets go of the study. Resolves when other tabs can have it. */
  async release(): Promise<void> {
    this.#release?.();
    this.#release = null;
    await this.#ended;
  }

  async #request(options: LockOptions): Promise<boolean> {
    const locks = globalThis.navigator?.locks;
    if (locks === undefined) {
      this.#release = () => {};
      return true;
    }
    // This tab's own hold may be on its way out.
    await this.#ended;
    return new Promise((tell) => {
      let release: (() => void) | null = null;
      const hold = (lock: Lock | null) => {
        tell(lock !== null);
        if (lock === null || this.held) return undefined;
        return new Promise<void>((resolve) => {
          release = resolve;
          this.#release = resolve;
          this.#ended = ended;
        });
      };
      // It rejects where the wait for it was aborted, and where another tab has taken the lock.
      const ended: Promise<void> = locks.request(this.#name, options, hold).then(
        () => {},
        () => {
          tell(false);
          if (release === null || this.#release !== release) return;
          this.#release = null;
          this.onLost();
        },
      );
    });
  }

  /** Resolves when the other tab is ready, or does not answer in time. */
  #ask(): Promise<void> {
    const channel = this.#channel;
    if (channel === null) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        channel.removeEventListener('message', hear);
        resolve();
      };
      const hear = ({ data }: MessageEvent) => data === ('ready' satisfies Message) && end();
      const timer = setTimeout(end, this.#patience);
      channel.addEventListener('message', hear);
      channel.postMessage('ask' satisfies Message);
    });
  }

  async #hear(message: Message): Promise<void> {
    if (message !== 'ask' || !this.held) return;
    await this.onAsked();
    this.#channel?.postMessage('ready' satisfies Message);
  }
}

/** This tab's hold on the study on this device. */
export const studyLock = new StudyLock();
