import { expect, test } from 'vitest';
import { newestWins } from '../../../src/page/flows/masks/newestWins';

interface Run {
  readonly subject: number;
  readonly signal: AbortSignal;
  readonly end: (error?: Error) => void;
}

function setUp() {
  const runs: Run[] = [];
  const errors: unknown[] = [];
  let idle = 0;
  const line = newestWins<number>(
    (signal, subject) =>
      new Promise((resolve, reject) => {
        runs.push({ subject, signal, end: (error) => (error === undefined ? resolve() : reject(error)) });
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
    (error) => errors.push(error),
    () => {
      idle += 1;
    },
  );
  return { runs, errors, line, idle: () => idle, subjects: () => runs.map(({ subject }) => subject) };
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

test('one run at a time; of those that wait the newest is next, and the last one is always worked on', async () => {
  const { runs, line, subjects, idle } = setUp();
  for (let i = 0; i < 5; i++) line.push(i, { hurry: false });
  expect(subjects()).toEqual([0]);
  runs[0]?.end();
  await settle();
  expect(subjects()).toEqual([0, 4]);
  expect(runs[0]?.signal.aborted).toBe(false);
  expect(idle()).toBe(0);
  runs[1]?.end();
  await settle();
  expect([subjects(), idle(), line.isBusy()]).toEqual([[0, 4], 1, false]);
});

test('in a hurry the older run is broken off, and nothing is told of it', async () => {
  const { runs, line, subjects, errors, idle } = setUp();
  line.push(0, { hurry: false });
  line.push(1, { hurry: false });
  line.push(2, { hurry: true });
  expect(subjects()).toEqual([0, 2]);
  expect(runs.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  await settle();
  expect([errors, idle(), line.isBusy()]).toEqual([[], 0, true]);
  runs[1]?.end();
  await settle();
  expect([subjects(), idle()]).toEqual([[0, 2], 1]);
});

test('what is being worked on is not begun anew, but what waited behind it goes', async () => {
  const { runs, line, subjects, idle } = setUp();
  line.push(0, { hurry: false });
  line.push(1, { hurry: false });
  line.push(0, { hurry: true });
  expect([subjects(), runs[0]?.signal.aborted]).toEqual([[0], false]);
  runs[0]?.end();
  await settle();
  expect([subjects(), idle()]).toEqual([[0], 1]);
});

test('an error is told, and the next is worked on; stopped, nothing is left', async () => {
  const { runs, line, subjects, errors, idle } = setUp();
  line.push(0, { hurry: false });
  line.push(1, { hurry: false });
  runs[0]?.end(new Error('broken'));
  await settle();
  expect(errors).toEqual([new Error('broken')]);
  expect(subjects()).toEqual([0, 1]);
  line.push(2, { hurry: false });
  line.stop();
  await settle();
  expect([subjects(), idle(), line.isBusy(), errors.length]).toEqual([[0, 1], 0, false, 1]);
  line.push(3, { hurry: false });
  expect(subjects()).toEqual([0, 1, 3]);
});
