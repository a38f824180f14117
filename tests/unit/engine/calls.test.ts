import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeFleet } from './fakeWorkers';
import { job, networkSpec, objectivesOf, read, testEngine } from './testEngine';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = new AbortController().signal;
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const input = { width: 1, height: 1, rgba: new Uint8ClampedArray(4) };
const request = { network: 'net', input, head: null };

async function loadedEngine(fleet: FakeFleet, workers: number) {
  const test = testEngine(fleet, { override: { workers } });
  const loading = test.engine.loadNetwork(never, networkSpec());
  await pass(100);
  await loading;
  return test;
}

test('a call goes before ascents, which lose no step by it', async () => {
  const fleet = new FakeFleet();
  const { engine } = await loadedEngine(fleet, 1);
  const reading = read(engine, never, job([0, 1], 40));
  await pass(200);
  const answered = vi.fn();
  engine.run(never, 'recognise', request).then(answered);
  // One step of the running slice, and the call's own 100 ms.
  await pass(150);
  expect(answered).toHaveBeenCalledOnce();
  await pass(10_000);
  expect(reading.outcome).toBe('ended');
  expect(objectivesOf(reading, 1)).toHaveLength(40);
  expect(fleet.faults).toEqual([]);
});

test('calls are answered while the ascents are paused', async () => {
  const { engine } = await loadedEngine(new FakeFleet(), 1);
  read(engine, never, job([0], 40));
  engine.pause();
  const answer = engine.run(never, 'recognise', request);
  await pass(200);
  await expect(answer).resolves.toMatchObject({ outputs: [] });
});

test('a call whose worker is lost is begun anew; after the second loss it rejects with a remedy', async () => {
  const fleet = new FakeFleet();
  const { engine } = await loadedEngine(fleet, 2);
  const answer = engine.run(never, 'recognise', request);
  await pass(50);
  fleet.alive.find((worker) => worker.active.size > 0)?.lose();
  await pass(1000);
  await expect(answer).resolves.toMatchObject({ outputs: [] });
  expect(fleet.calls).toBe(2);

  const failing = engine.run(never, 'recognise', request);
  failing.catch(() => {});
  for (let loss = 0; loss < 2; loss++) {
    await pass(20);
    fleet.alive.find((worker) => worker.active.size > 0)?.crash();
  }
  await pass(0);
  await expect(failing).rejects.toMatchObject({ remedy: expect.stringContaining('Try again') });
});

test('an abort rejects at once with its reason, and the worker is free for the next call', async () => {
  const fleet = new FakeFleet({ callTime: 5000 });
  const { engine } = await loadedEngine(fleet, 1);
  const controller = new AbortController();
  const aborted = engine.run(controller.signal, 'recognise', request);
  aborted.catch(() => {});
  await pass(50);
  controller.abort(new Error('no longer wanted'));
  await expect(aborted).rejects.toThrow('no longer wanted');
  fleet.behaviour = { ...fleet.behaviour, callTime: 10 };
  const next = engine.run(never, 'recognise', request);
  await pass(20);
  await expect(next).resolves.toMatchObject({ outputs: [] });
  expect(fleet.faults).toEqual([]);
});

test('a call on a network that is not loaded rejects with what to do', async () => {
  const { engine } = await loadedEngine(new FakeFleet(), 1);
  const answer = engine.run(never, 'recognise', { ...request, network: 'other' });
  await expect(answer).rejects.toMatchObject({ message: expect.stringContaining('other'), remedy: 'Load it first.' });
});

test('closing the engine rejects calls that wait', async () => {
  const { engine } = await loadedEngine(new FakeFleet(), 1);
  const answers = [engine.run(never, 'recognise', request), engine.run(never, 'recognise', request)];
  for (const answer of answers) answer.catch(() => {});
  await pass(10);
  engine.dispose();
  for (const answer of answers) await expect(answer).rejects.toThrow('The engine was closed');
});
