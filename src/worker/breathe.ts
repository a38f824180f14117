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
 * Lets messages in now and then, between two kernels: null where it is not time yet. A loop of small kernels waits only
 * for what is not null, since every `await` costs a turn of the microtask queue.
 * @throws the signal's reason when it is aborted
 */
export function breathe(signal: AbortSignal): Promise<void> | null {
  signal.throwIfAborted();
  return performance.now() - last < breathEvery ? null : letMessagesIn(signal);
}

async function letMessagesIn(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
  last = performance.now();
  signal.throwIfAborted();
}
