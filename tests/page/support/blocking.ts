export interface Blocking {
  /** Milliseconds from start to end. */
  readonly total: number;
  /** The longest time in which nothing else had its turn: milliseconds. */
  readonly longest: number;
}

/**
 * Runs `work` beside a message that is posted over and over; the largest gap between two of them is how long it
 * blocked.
 */
export async function measureBlocking<T>(work: () => Promise<T>): Promise<{ result: T; blocking: Blocking }> {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    port2.postMessage(null);
  };
  port2.postMessage(null);
  await new Promise((resolve) => setTimeout(resolve, 50));
  longest = 0;
  const start = performance.now();
  const result = await work();
  const total = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 20));
  port1.onmessage = null;
  port1.close();
  return { result, blocking: { total, longest } };
}
