/** Milliseconds of work after which others get their turn. */
const longestTurn = 12;

let lastRest = 0;

/** Lets input and painting in if work has gone on for long; call it between two short steps. */
export async function rest(signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (performance.now() - lastRest < longestTurn) return;
  const { port1, port2 } = new MessageChannel();
  await new Promise<void>((resolve) => {
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
  port1.close();
  lastRest = performance.now();
  signal.throwIfAborted();
}
