/** The processor beside a GPU, on fake workers. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DeviceInfo } from '../../../src/shared/device';
import { FakeFleet, fakeObjective } from './fakeWorkers';
import { job, networkSpec, objectivesOf, read, testEngine } from './testEngine';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = new AbortController().signal;
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const probe = { renderer: 'NVIDIA GeForce', cores: 4 };
const upTo = (filter: number, steps: number) => Array.from({ length: steps }, (_, i) => fakeObjective(filter, i + 1));

/** An engine on a GPU of a machine with four cores, and all it said of its device. */
async function onGpu(fleet: FakeFleet, help: boolean) {
  const { engine, notices } = testEngine(fleet, { override: { backend: 'webgl', help }, probe });
  const devices: (DeviceInfo | null)[] = [];
  engine.onDevice((device) => devices.push(device));
  const loading = engine.loadNetwork(never, networkSpec());
  await pass(100);
  await loading;
  return { engine, notices, devices };
}

const backends = (fleet: FakeFleet) => fleet.alive.map(({ backend }) => backend);

test('a GPU works alone unless it is asked otherwise', async () => {
  const fleet = new FakeFleet();
  const { devices } = await onGpu(fleet, false);
  expect(backends(fleet)).toEqual(['webgl']);
  expect(devices.at(-1)).toMatchObject({ backend: 'webgl', workers: 1, helpers: 0 });
});

test('helpers take from the same queue, all but one core of them, and every filter comes out whole', async () => {
  const fleet = new FakeFleet();
  const { engine, devices } = await onGpu(fleet, true);
  expect(backends(fleet)).toEqual(['webgl', 'wasm', 'wasm', 'wasm']);
  expect(devices.at(-1)).toMatchObject({ backend: 'webgl', workers: 1, helpers: 3 });
  const reading = read(engine, never, job([0, 1, 2, 3, 4, 5], 40));
  await pass(100);
  expect(fleet.alive.map(({ active }) => active.size)).toEqual([1, 1, 1, 1]);
  await pass(10_000);
  expect(reading.outcome).toBe('ended');
  for (const filter of [0, 1, 2, 3, 4, 5]) expect(objectivesOf(reading, filter)).toEqual(upTo(filter, 40));
  expect(fleet.faults).toEqual([]);
});

test('help comes and goes while the work goes on', async () => {
  const fleet = new FakeFleet();
  const { engine, devices } = await onGpu(fleet, false);
  const reading = read(engine, never, job([0, 1, 2, 3], 100));
  await pass(200);
  engine.helpGpu(true);
  await pass(200);
  expect(backends(fleet)).toEqual(['webgl', 'wasm', 'wasm', 'wasm']);
  expect(fleet.running.length).toBe(4);
  engine.helpGpu(false);
  await pass(200);
  expect(backends(fleet)).toEqual(['webgl']);
  expect(devices.at(-1)).toMatchObject({ helpers: 0 });
  await pass(30_000);
  expect(reading.outcome).toBe('ended');
  for (const filter of [0, 1, 2, 3]) expect(objectivesOf(reading, filter)).toEqual(upTo(filter, 100));
});

test('a lost helper is replaced; the GPU stays the device', async () => {
  const fleet = new FakeFleet();
  const { engine, notices } = await onGpu(fleet, true);
  const reading = read(engine, never, job([0, 1, 2, 3, 4], 60));
  await pass(300);
  fleet.alive[2]?.crash();
  await pass(300);
  expect(backends(fleet)).toEqual(['webgl', 'wasm', 'wasm', 'wasm']);
  expect(notices).toEqual([]);
  await pass(30_000);
  expect(reading.outcome).toBe('ended');
});

test('helpers that do not open are not tried again, and the GPU goes on alone', async () => {
  const fleet = new FakeFleet({ refuses: ['wasm'] });
  const { engine, notices, devices } = await onGpu(fleet, true);
  expect(backends(fleet).filter((backend) => backend === 'webgl').length).toBe(1);
  expect(notices.map(({ message }) => message)).toEqual(['The processor helps no longer: no wasm.']);
  expect(devices.at(-1)).toMatchObject({ backend: 'webgl', helpers: 0 });
  const reading = read(engine, never, job([0], 10));
  await pass(2000);
  expect(reading.outcome).toBe('ended');
});

test('a processor has nobody to help', async () => {
  const fleet = new FakeFleet();
  const { engine } = testEngine(fleet, { override: { backend: 'wasm', help: true }, probe });
  await pass(100);
  expect(backends(fleet)).toEqual(['wasm', 'wasm', 'wasm', 'wasm']);
  expect(await engine.device()).toMatchObject({ helpers: 0 });
});
