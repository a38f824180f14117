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

test('a GPU worker that takes the place of a lost one is asked before the helpers again', async () => {
  const fleet = new FakeFleet();
  const { engine } = await onGpu(fleet, true);
  fleet.alive.find(({ backend }) => backend === 'webgl')?.lose();
  await pass(500);
  expect(backends(fleet)).toEqual(['wasm', 'wasm', 'wasm', 'webgl']);
  const input = { width: 1, height: 1, rgba: new Uint8ClampedArray(4) };
  const asking = engine.run(never, 'recognise', { network: 'net', input, head: null });
  await pass(500);
  const { embedding } = await asking;
  expect(fleet.workers[embedding?.[0] ?? -1]?.backend).toBe('webgl');
});

test('of a network with one copy the GPU has it, also after a loss', async () => {
  const fleet = new FakeFleet();
  const { engine } = await onGpu(fleet, true);
  fleet.alive.find(({ backend }) => backend === 'webgl')?.lose();
  await pass(500);
  // As large as all workers together may hold.
  const large = { name: 'model.json', size: 1.5 * 2 ** 30 } as File;
  const loading = engine.loadNetwork(never, { ...networkSpec('large'), source: { format: 'files', files: [large] } });
  await pass(500);
  await loading;
  const holders = fleet.alive.filter(({ networks }) => networks.has('large'));
  expect(holders.map(({ backend }) => backend)).toEqual(['webgl']);
});

test('help that is given up is no longer the user’s wish, until it is wished again', async () => {
  const fleet = new FakeFleet({ refuses: ['wasm'] });
  const { engine } = testEngine(fleet, { override: { backend: 'webgl', help: true }, probe });
  const wishes: boolean[] = [];
  engine.onHelp((wanted) => wishes.push(wanted));
  await pass(1000);
  expect(wishes).toEqual([false]);
  fleet.behaviour = { ...fleet.behaviour, refuses: [] };
  engine.helpGpu(true);
  await pass(200);
  expect(backends(fleet)).toEqual(['webgl', 'wasm', 'wasm', 'wasm']);
  expect(wishes).toEqual([false]);
});

test('helpers that fall together count as one loss, and all come back', async () => {
  const fleet = new FakeFleet();
  const { notices } = await onGpu(fleet, true);
  for (let round = 0; round < 2; round += 1) {
    for (const worker of fleet.alive) if (worker.backend === 'wasm') worker.crash();
    await pass(100);
    expect(backends(fleet)).toEqual(['webgl', 'wasm', 'wasm', 'wasm']);
  }
  expect(notices).toEqual([]);
  // The third time is one too many.
  fleet.alive[2]?.crash();
  await pass(500);
  expect(backends(fleet)).toEqual(['webgl']);
  expect(notices.length).toBe(1);
});

test('a closed engine starts no helper, though one was about to be replaced', async () => {
  const fleet = new FakeFleet();
  const { engine } = await onGpu(fleet, true);
  fleet.alive[2]?.crash();
  engine.device().catch(() => {});
  engine.dispose();
  await pass(1000);
  expect(fleet.unterminated).toBe(0);
});

test('a wish for help that is told while no device works holds for the next one', async () => {
  const fleet = new FakeFleet({ refuses: ['webgl', 'webgpu', 'wasm', 'cpu'] });
  const { engine } = testEngine(fleet, { override: { backend: 'webgl', help: false }, probe });
  engine.ready.catch(() => {});
  await pass(5000);
  expect(fleet.alive).toEqual([]);
  engine.helpGpu(true);
  fleet.behaviour = { ...fleet.behaviour, refuses: [] };
  void engine.chooseDevice('webgl');
  await pass(500);
  expect(backends(fleet)).toEqual(['webgl', 'wasm', 'wasm', 'wasm']);
});
