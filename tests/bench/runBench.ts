import { foveaContestant } from './foveaContestant';
import type { BenchOptions, Contestant, Job, Row } from './job';
import { openTape } from './openTape';

interface Contestants {
  readonly fovea: Contestant;
  /** A second worker of the same kind, where the device is a core and not a GPU. */
  readonly second: Contestant | null;
  readonly tape: Contestant;
}

/** A timing shorter than this many milliseconds is repeated within itself until it is not. */
const longEnough = 400;

/** Times the jobs on one backend, Fovea and tape in turn; `report` gets each row as soon as it is there. */
export async function runBench(options: BenchOptions, report: (row: Row) => Promise<void>): Promise<string> {
  const onCores = options.backend === 'wasm' || options.backend === 'cpu';
  const fovea = foveaContestant(options.backend);
  const second = onCores ? foveaContestant(options.backend) : null;
  const tape = openTape();
  try {
    const renderer = await fovea.open(options.backend);
    await second?.open(options.backend);
    const tapeRenderer = await tape.open(options.backend);
    for (const job of options.jobs) await report(await timeJob(options, job, { fovea, second, tape }));
    return `${renderer}; tape: ${tapeRenderer}`;
  } finally {
    for (const worker of [fovea, second, tape]) worker?.close();
  }
}

async function timeJob(options: BenchOptions, job: Job, { fovea, second, tape }: Contestants): Promise<Row> {
  const warm = await fovea.prepare(job);
  const tapeNote = await tape.prepare(job).then(
    () => '',
    (error: Error) => reasonOf(error),
  );
  const steps = Math.max(1, Math.min(20, Math.ceil(longEnough / warm)));
  const times: number[] = [];
  const tapeTimes: number[] = [];
  for (let turn = 0; turn < options.repetitions; turn++) {
    times.push(await fovea.run(steps));
    if (tapeNote === '') tapeTimes.push(await tape.run(1));
  }
  return {
    ...job,
    backend: options.backend,
    fovea: median(times),
    foveaInTwoWorkers: second === null ? null : await timeTwo(options, job, steps, fovea, second),
    tape: tapeTimes.length === 0 ? null : median(tapeTimes),
    tapeNote,
  };
}

/** Both workers compute the same number of steps at once: the wall-clock time over all steps of both. */
async function timeTwo(
  { repetitions }: BenchOptions,
  job: Job,
  steps: number,
  first: Contestant,
  second: Contestant,
): Promise<number> {
  await second.prepare(job);
  const times: number[] = [];
  for (let turn = 0; turn < repetitions; turn++) {
    const begun = performance.now();
    await Promise.all([first.run(steps), second.run(steps)]);
    times.push((performance.now() - begun) / (2 * steps));
  }
  return median(times);
}

/** “Error: Kernel 'X' not registered for backend 'wasm'” is what tfjs says of a gradient it lacks. */
function reasonOf(error: Error): string {
  const kernel = /Kernel '(\w+)' not registered/.exec(error.message)?.[1];
  return kernel === undefined ? error.message : `no tape: tfjs lacks ${kernel} on this backend`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
