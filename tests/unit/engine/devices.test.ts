/** Choosing and changing devices, on fake workers. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DeviceInfo } from '../../../src/shared/device';
import { FakeFleet, fakeObjective } from './fakeWorkers';
import { job, networkSpec, objectivesOf, read, testEngine } from './testEngine';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const never = new AbortController().signal;
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const gpu = { renderer: 'NVIDIA GeForce', cores: 2 };
const input = { width: 1, height: 1, rgba: new Uint8ClampedArray(4) };

async function loaded(fleet: FakeFleet, options: Parameters<typeof testEngine>[1]) {
  const test = testEngine(fleet, options);
  const loading = test.engine.loadNetwork(never, networkSpec());
  await pass(100);
  await loading;
  return test;
}

test('a device that the user changes again and again costs no filter its job, and no slice its length', async () => {
  const fleet = new FakeFleet({ callTime: 5000 });
  const { engine } = await loaded(fleet, { override: { workers: 2 } });
  const reading = read(engine, never, job([0], 200));
  const call = engine.run(never, 'recognise', { network: 'net', input, head: null });
  for (let change = 0; change < 6; change += 1) {
    await pass(300);
    void engine.chooseDevice(change % 2 === 0 ? 'cpu' : 'wasm');
  }
  await pass(60_000);
  await expect(call).resolves.toMatchObject({ outputs: [] });
  expect(reading.outcome).toBe('ended');
  expect(objectivesOf(reading, 0)).toEqual(Array.from({ length: 200 }, (_, i) => fakeObjective(0, i + 1)));
  expect(new Set(fleet.slices.map(({ budget }) => budget))).toEqual(new Set([1000]));
});

test('nothing computes while devices are measured; then the work goes on', async () => {
  const fleet = new FakeFleet();
  const atWork: number[] = [];
  const { engine } = await loaded(fleet, { override: { backend: 'wasm' }, probe: gpu });
  const reading = read(engine, never, job([0, 1, 2], 100));
  await pass(300);
  expect(fleet.running.length).toBe(2);
  fleet.onCalibrate = () => atWork.push(fleet.running.length);
  void engine.chooseDevice('auto');
  await pass(1000);
  expect(atWork).toEqual([0, 0]);
  await pass(30_000);
  expect(reading.outcome).toBe('ended');
});

test('a paused page stays paused when the device is chosen anew', async () => {
  const fleet = new FakeFleet();
  const { engine } = await loaded(fleet, { override: { backend: 'wasm' }, probe: gpu });
  read(engine, never, job([0], 100));
  await pass(100);
  void engine.pause();
  void engine.chooseDevice('auto');
  await pass(2000);
  expect(fleet.running).toEqual([]);
});

test.each(['open', 'calibrate'] as const)(
  'a device that is stuck in %s holds the start up for 10 s at most',
  async (stuck) => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const fleet = new FakeFleet({ stuck: [stuck, 'webgl'] });
    const { engine } = testEngine(fleet, { probe: gpu });
    await pass(11_000);
    const device = vi.fn();
    engine.device().then(device);
    await pass(0);
    expect(device).toHaveBeenCalledWith(expect.objectContaining({ backend: 'wasm' }));
  },
);

test('when no device works any longer, listeners hear so', async () => {
  const fleet = new FakeFleet({ refuses: ['wasm', 'cpu'] });
  const { engine } = testEngine(fleet);
  const heard: (DeviceInfo | null)[] = [];
  engine.onDevice((device) => heard.push(device));
  await pass(100);
  expect(heard).toEqual([null]);
});

test('progress is that of the worker ahead: it never goes back', async () => {
  const fleet = new FakeFleet({ loadTime: 100, tellsProgress: true });
  const { engine } = testEngine(fleet, { override: { workers: 3 } });
  const told: number[] = [];
  const loading = engine.loadNetwork(never, networkSpec(), ({ loadedBytes, stage }) =>
    told.push(stage === 'building' ? 1e9 : loadedBytes),
  );
  await pass(500);
  await loading;
  expect(told.length).toBeGreaterThan(5);
  expect(told).toEqual([...told].sort((a, b) => a - b));
});
