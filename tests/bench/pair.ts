import { foveaContestant } from './foveaContestant';
import type { Job } from './job';
import { openTape } from './openTape';

/** Two of Fovea's workers that take their turns together, and the tape beside them, as the driver calls them. */
export interface Pair {
  /** Gets a job ready everywhere. Resolves to the slower worker's first step, in milliseconds. */
  prepare(job: Job, tape: boolean): Promise<number>;
  /** Wall-clock milliseconds a step while both workers do this many steps each, on filters of their own. */
  turn(steps: number): Promise<number>;
  /** Milliseconds of one step of the tape in one worker. */
  tapeTurn(): Promise<number>;
  close(): void;
}

/** Opens the pair on WebAssembly. */
export async function openPair(): Promise<Pair> {
  const workers = [foveaContestant('wasm'), foveaContestant('wasm')];
  const tape = openTape();
  await Promise.all([...workers, tape].map((worker) => worker.open('wasm')));
  return {
    prepare: async (job, withTape) => {
      const first = await Promise.all(workers.map((worker) => worker.prepare(job)));
      if (withTape) await tape.prepare(job);
      return Math.max(...first);
    },
    turn: async (steps) => {
      const begun = performance.now();
      await Promise.all(workers.map((worker) => worker.run(steps)));
      return (performance.now() - begun) / (workers.length * steps);
    },
    tapeTurn: () => tape.run(1),
    close: () => {
      for (const worker of [...workers, tape]) worker.close();
    },
  };
}
