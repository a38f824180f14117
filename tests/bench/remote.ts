/** Calls of a `Contestant` across a worker's boundary: one at a time, errors included. */
import type { Contestant } from './job';

type Call = { [Name in keyof Contestant]: { name: Name; argument: Parameters<Contestant[Name]>[0] } }[keyof Contestant];
type Answer = { result: string | number } | { error: string };

/** Answers the calls that arrive at this worker. */
export function answerCalls(contestant: Contestant): void {
  self.onmessage = async ({ data }: MessageEvent<Call>) => {
    const answer = await carryOut(contestant, data).then(
      (result): Answer => ({ result }),
      (error: unknown): Answer => ({ error: error instanceof Error ? error.message : String(error) }),
    );
    self.postMessage(answer);
  };
}

async function carryOut(contestant: Contestant, call: Call): Promise<string | number> {
  switch (call.name) {
    case 'open':
      return contestant.open(call.argument);
    case 'prepare':
      return contestant.prepare(call.argument);
    case 'run':
      return contestant.run(call.argument);
  }
}

/** The contestant in a worker; rejects where the worker fails or dies. */
export function callWorker(worker: Worker): Contestant & { close(): void } {
  const call = <T extends string | number>(message: Call): Promise<T> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Answer>) =>
        'error' in data ? reject(new Error(data.error)) : resolve(data.result as T);
      worker.onerror = (event) => reject(new Error(`The worker failed: ${event.message}`));
      worker.postMessage(message);
    });
  return {
    open: (argument) => call({ name: 'open', argument }),
    prepare: (argument) => call({ name: 'prepare', argument }),
    run: (argument) => call({ name: 'run', argument }),
    close: () => worker.terminate(),
  };
}
