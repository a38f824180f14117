import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LostNetwork } from '../../../src/page/engine/types';
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
  const lost: LostNetwork[] = [];
  test.engine.onNetworkLost((network) => lost.push(network));
  const loading = test.engine.loadNetwork(never, networkSpec());
  await pass(100);
  await loading;
  return { ...test, lost };
}

test.each([1, 2])(
  'with %i workers: a network that no new worker can load again fails what waits on it',
  async (workers) => {
    const fleet = new FakeFleet();
    const { engine, lost } = await loadedEngine(fleet, workers);
    const reading = read(engine, never, job([0, 1, 2], 1000));
    await pass(300);
    fleet.behaviour = { ...fleet.behaviour, unreadable: ['net'] };
    for (const worker of fleet.alive) worker.crash();
    const call = expect(engine.run(never, 'recognise', request)).rejects.toThrow('bad files');
    await pass(5000);
    expect(reading.outcome).toEqual({ error: expect.objectContaining({ message: 'bad files', remedy: 'others' }) });
    await call;
    expect(lost.map(({ network }) => network)).toEqual(['net']);
    // Once the files can be read again, the next try loads the network and works.
    fleet.behaviour = { ...fleet.behaviour, unreadable: [] };
    const loading = engine.loadNetwork(never, networkSpec());
    await pass(500);
    expect((await loading).info.id).toBe('net');
    const again = read(engine, never, job([0], 10));
    await pass(2000);
    expect(again.outcome).toBe('ended');
  },
);

test('where another worker still holds the network, the work goes on and a notice tells of the one that does not', async () => {
  const fleet = new FakeFleet();
  const { engine, notices, lost } = await loadedEngine(fleet, 2);
  const reading = read(engine, never, job([0, 1], 40));
  await pass(300);
  fleet.behaviour = { ...fleet.behaviour, unreadable: ['net'] };
  fleet.alive[0]?.crash();
  await pass(10_000);
  expect(reading.outcome).toBe('ended');
  expect(objectivesOf(reading, 0)).toHaveLength(40);
  expect(notices.at(-1)?.message).toContain('could not load');
  expect(lost).toEqual([]);
});

test('a network that is removed leaves every worker, after what works on it has ended, and can come again', async () => {
  const fleet = new FakeFleet();
  const { engine } = await loadedEngine(fleet, 2);
  const other = engine.loadNetwork(never, networkSpec('other'));
  await pass(100);
  await other;
  const reading = read(engine, never, job([0, 1, 2], 1000));
  await pass(300);
  engine.unloadNetwork('net');
  await pass(100);
  expect(reading.outcome).toEqual({ error: expect.objectContaining({ message: expect.stringContaining('removed') }) });
  expect(fleet.alive.map((worker) => [...worker.networks])).toEqual([['other'], ['other']]);
  const again = engine.loadNetwork(never, networkSpec());
  await pass(100);
  await again;
  const next = read(engine, never, job([0], 10));
  await pass(2000);
  expect(next.outcome).toBe('ended');
  expect(fleet.faults).toEqual([]);
});

test('a network that is removed while it loads is in no worker afterwards', async () => {
  for (const wait of [0, 10, 19, 20, 21]) {
    const fleet = new FakeFleet();
    const { engine } = await loadedEngine(fleet, 2);
    const loading = engine.loadNetwork(never, networkSpec('second'));
    const outcome = Promise.allSettled([loading]);
    await pass(wait);
    engine.unloadNetwork('second');
    await pass(100);
    await outcome;
    expect(fleet.alive.map((worker) => [...worker.networks])).toEqual([['net'], ['net']]);
    expect(fleet.faults).toEqual([]);
    engine.dispose();
  }
});
