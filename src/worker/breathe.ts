/** Milliseconds that a worker computes before it looks at its messages: far below the 200 that a cancel may take. */
const breathEvery = 25;

const channel = new MessageChannel();
let waiting: (() => void)[] = [];
channel.port1.onmessage = () => {
  const ready = waiting;
  waiting = [];
  for (const resolve of ready) resolve();
};

let last = performance.now();

/**
 * Lets messages in now and then, between two kernels.
 * @throws the signal's reason when it is aborted
 */
export async function breathe(signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (performance.now() - last < breathEvery) return;
  await new Promise<void>((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
  last = performance.now();
  signal.throwIfAborted();
}
