import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

/** An engine whose network is loaded. */
async function loadedEngine(fleet: FakeFleet, options: Parameters<typeof testEngine>[1] = {}) {
  const test = testEngine(fleet, options);
  const loading = test.engine.loadNetwork(never, networkSpec());
  await pass(100);
  await loading;
  return test;
}

test('every filter gets all its steps, each told once, and a last frame with state and values', async () => {
  const fleet = new FakeFleet();
  const { engine } = await loadedEngine(fleet);
  const reading = read(engine, never, job(upTo(5), 40, { wantValues: true }));
  await pass(10_000);
  expect(reading.outcome).toBe('ended');
  for (const filter of upTo(5)) {
    expect(objectivesOf(reading, filter)).toEqual(upTo(40).map((i) => fakeObjective(filter, i + 1)));
    const last = reading.frames.filter((frame) => frame.filter === filter).at(-1);
    expect(last).toMatchObject({ done: true, step: 40, values: Float32Array.of(40) });
    expect(last?.state?.step).toBe(40);
  }
  expect(reading.frames.filter((frame) => frame.done)).toHaveLength(5);
  expect(fleet.faults).toEqual([]);
  expect(fleet.stepsDone).toBe(5 * 40);
});

test('filters are served in the order of the job, one after the other in each worker', async () => {
  const fleet = new FakeFleet();
  const { engine } = await loadedEngine(fleet);
  read(engine, never, job([7, 3, 5, 1], 40));
  await pass(30_000);
  expect([...new Set(fleet.slices.map((slice) => slice.filter))]).toEqual([7, 3, 5, 1]);
});

test('a clicked filter is at work at once and shows a frame within a second', async () => {
  const fleet = new FakeFleet({ stepTime: 200 });
  const { engine } = await loadedEngine(fleet, { override: { workers: 1 } });
  const reading = read(engine, never, job(upTo(64), 60));
  await pass(1050);
  engine.prioritise('net', 'layer', 50);
  await pass(0);
  expect(fleet.running.map((slice) => slice.filter)).toEqual([50]);
  await pass(1000);
  expect(reading.frames.some((frame) => frame.filter === 50)).toBe(true);
  await pass(60 * 200);
  // The clicked one is done; the interrupted one goes on where it stood.
  expect(reading.frames.find((frame) => frame.done)?.filter).toBe(50);
  await pass(60_000);
  expect(objectivesOf(reading, 0)).toEqual(upTo(60).map((i) => fakeObjective(0, i + 1)));
  expect(fleet.faults).toEqual([]);
});

test('a job of higher priority interrupts, and what was interrupted goes on afterwards', async () => {
  const fleet = new FakeFleet();
  const { engine } = await loadedEngine(fleet);
  const page = read(engine, never, job(upTo(4), 40));
  await pass(500);
  const urgent = read(engine, never, job([9, 10], 40, { priority: 1, layer: 'other' }));
  await pass(0);
  expect(fleet.running.map((slice) => slice.filter).sort()).toEqual([10, 9]);
  await pass(20_000);
  expect([page.outcome, urgent.outcome]).toEqual(['ended', 'ended']);
  expect(fleet.stepsDone).toBe(6 * 40);
});

test('pausing at any moment leaves nothing running, and no step is lost or done twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 5 }),
      async (workers, waits) => {
        const fleet = new FakeFleet();
        const { engine } = await loadedEngine(fleet, { override: { workers } });
        const reading = read(engine, never, job(upTo(5), 20));
        for (const wait of waits) {
          await pass(wait);
          engine.pause();
          await pass(1);
          expect(fleet.running).toEqual([]);
          const frames = reading.frames.length;
          await pass(1000);
          expect(reading.frames.length).toBe(frames);
          engine.resume();
        }
        await pass(20_000);
        expect(reading.outcome).toBe('ended');
        for (const filter of upTo(5))
          expect(objectivesOf(reading, filter)).toEqual(upTo(20).map((i) => fakeObjective(filter, i + 1)));
        expect(fleet.stepsDone).toBe(5 * 20);
        expect(fleet.faults).toEqual([]);
        engine.dispose();
      },
    ),
    { numRuns: 40 },
  );
});

test('aborting at any moment throws the reason at once and leaves nothing running', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 3000 }), async (workers, wait) => {
      const fleet = new FakeFleet();
      const { engine } = await loadedEngine(fleet, { override: { workers } });
      const controller = new AbortController();
      const reading = read(engine, controller.signal, job(upTo(8), 50));
      await pass(wait);
      const reason = new Error('enough');
      controller.abort(reason);
      await pass(1);
      expect(reading.outcome).toEqual({ error: reason });
      expect(fleet.running).toEqual([]);
      const next = read(engine, never, job([1], 5));
      await pass(1000);
      expect(next.outcome).toBe('ended');
      expect(fleet.faults).toEqual([]);
      engine.dispose();
    }),
    { numRuns: 40 },
  );
});

test('a reader that stops reading takes its job out of the queue', async () => {
  const fleet = new FakeFleet();
  const { engine } = await loadedEngine(fleet);
  const stopped = (async () => {
    for await (const frame of engine.ascend(never, job(upTo(8), 50))) if (frame.step > 3) break;
  })();
  await pass(2000);
  await stopped;
  expect(fleet.running).toEqual([]);
});

test('workers that die at any moment, in any way, lose no filter and no step', async () => {
  const death = fc.record({
    // Long enough for a rebuilt worker's first steps: a filter that loses worker after worker without any is given up.
    wait: fc.integer({ min: 160, max: 900 }),
    victim: fc.nat(5),
    way: fc.constantFrom('die', 'lose', 'crash'),
  } as const);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.array(death, { maxLength: 6 }), async (workers, deaths) => {
      const fleet = new FakeFleet();
      const { engine } = await loadedEngine(fleet, { override: { workers } });
      const reading = read(engine, never, job(upTo(5), 30));
      for (const { wait, victim, way } of deaths) {
        await pass(wait);
        fleet.alive[victim % Math.max(1, fleet.alive.length)]?.[way]();
      }
      await pass(120_000);
      expect(reading.outcome).toBe('ended');
      for (const filter of upTo(5))
        expect(objectivesOf(reading, filter)).toEqual(upTo(30).map((i) => fakeObjective(filter, i + 1)));
      expect(fleet.faults).toEqual([]);
      engine.dispose();
      expect(fleet.unterminated).toBe(0);
    }),
    { numRuns: 60 },
  );
});

test('after three lost contexts WebGL gives way to WASM, told each time, and the work goes on', async () => {
  const fleet = new FakeFleet();
  const { engine, notices } = await loadedEngine(fleet, { override: { backend: 'webgl' } });
  const reading = read(engine, never, job(upTo(3), 60));
  for (const loss of upTo(3)) {
    expect((await engine.device()).backend).toBe('webgl');
    await pass(1000);
    fleet.alive[0]?.lose();
    await pass(0);
    expect(notices).toHaveLength(loss + 1);
  }
  await pass(10_000);
  expect(await engine.device()).toMatchObject({ backend: 'wasm', workers: 2 });
  expect(notices.at(-1)?.message).toContain('From now on WebAssembly');
  expect(reading.outcome).toBe('ended');
  for (const filter of upTo(3)) expect(objectivesOf(reading, filter)).toHaveLength(60);
});

test('a filter that takes every worker down fails alone, and the engine still works', async () => {
  const fleet = new FakeFleet({
    beforeStep: (worker, slice) => {
      if (slice.filter === 2) worker.crash();
    },
  });
  const { engine } = await loadedEngine(fleet);
  const readings = upTo(5).map((filter) => read(engine, never, job([filter], 10)));
  await pass(60_000);
  expect(readings.map(({ outcome }) => outcome)).toEqual([
    'ended',
    'ended',
    { error: expect.objectContaining({ name: 'FoveaError', message: expect.stringContaining('Filter 2') }) },
    'ended',
    'ended',
  ]);
});

test('when every device dies again and again, everything that waits is rejected with cause and remedy', async () => {
  const fleet = new FakeFleet({ beforeStep: (worker) => worker.crash() });
  const { engine, notices } = await loadedEngine(fleet);
  const readings = upTo(9).map((filter) => read(engine, never, job([filter], 10)));
  await pass(120_000);
  for (const { outcome } of readings)
    expect(outcome).toEqual({ error: expect.objectContaining({ name: 'FoveaError', remedy: expect.any(String) }) });
  if (notices.at(-1)?.severity === 'error') await expect(engine.device()).rejects.toThrow('No device works');
  fleet.behaviour = { ...fleet.behaviour, beforeStep: () => {} };
  await engine.chooseDevice('wasm');
  const again = read(engine, never, job([1], 10));
  await pass(5000);
  expect(again.outcome).toBe('ended');
});

test('a slice that fails with an error fails its job with it, not the others', async () => {
  const fleet = new FakeFleet({
    beforeStep: (_worker, slice, step) => {
      if (slice.filter === 1 && step === 5) throw new Error('border too wide');
    },
  });
  const { engine } = await loadedEngine(fleet);
  const bad = read(engine, never, job([1], 10));
  const good = read(engine, never, job([0, 2], 10));
  await pass(5000);
  expect(bad.outcome).toEqual({
    error: expect.objectContaining({ message: expect.stringContaining('border too wide') }),
  });
  expect(good.outcome).toBe('ended');
});

test('a device that does not open falls back; when none opens, everything rejects', async () => {
  const some = new FakeFleet({ refuses: ['webgl', 'wasm'] });
  const { engine } = await loadedEngine(some, { override: { backend: 'webgl' } });
  await engine.ready;
  expect((await engine.device()).backend).toBe('cpu');
  const none = testEngine(new FakeFleet({ refuses: ['webgl', 'wasm', 'cpu'] }));
  const loading = none.engine.loadNetwork(never, networkSpec());
  const outcome = expect(loading).rejects.toMatchObject({ name: 'FoveaError', remedy: expect.any(String) });
  await pass(1000);
  await outcome;
  await expect(none.engine.ready).rejects.toThrow('No device works');
});

test('a network that cannot be read rejects; the next try asks the workers again', async () => {
  const fleet = new FakeFleet();
  const { engine } = await loadedEngine(fleet);
  for (const _ of upTo(2)) {
    const outcome = expect(engine.loadNetwork(never, networkSpec('bad'))).rejects.toThrow('bad files');
    await pass(200);
    await outcome;
  }
});

test('loading survives a worker that falls silent, and an abort ends it at once', async () => {
  const fleet = new FakeFleet({ loadTime: 1000 });
  const { engine } = testEngine(fleet);
  const loading = engine.loadNetwork(never, networkSpec());
  await pass(500);
  for (const worker of fleet.alive) worker.die();
  await pass(20_000);
  expect((await loading).info.id).toBe('net');
  const controller = new AbortController();
  const second = engine.loadNetwork(controller.signal, networkSpec('second'));
  const outcome = expect(second).rejects.toThrow('enough');
  await pass(500);
  controller.abort(new Error('enough'));
  await outcome;
  await pass(1);
  expect(fleet.alive.every((worker) => worker.active.size === 0)).toBe(true);
});

test('closing the engine at any moment rejects whatever waits and ends every worker', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 3000 }), async (wait) => {
      const fleet = new FakeFleet();
      const { engine } = testEngine(fleet);
      const waits = [engine.ready, engine.device(), engine.loadNetwork(never, networkSpec())];
      const outcomes = Promise.allSettled(waits);
      await pass(wait);
      const reading = read(engine, never, job(upTo(8), 50));
      const memory = Promise.allSettled([engine.memory()]);
      await pass(wait);
      engine.dispose();
      await pass(0);
      await Promise.all([outcomes, memory, reading.finished]);
      expect(reading.outcome).not.toBe('reading');
      await expect(engine.device()).rejects.toThrow('closed');
      await expect(engine.loadNetwork(never, networkSpec('x'))).rejects.toThrow('closed');
      expect(fleet.unterminated).toBe(0);
      expect(vi.getTimerCount()).toBe(0);
    }),
    { numRuns: 30 },
  );
});

test('changing the device moves running work over', async () => {
  const fleet = new FakeFleet();
  const { engine } = await loadedEngine(fleet);
  const reading = read(engine, never, job(upTo(3), 50));
  await pass(1000);
  expect(await engine.chooseDevice('cpu', 1)).toMatchObject({ backend: 'cpu', workers: 1 });
  expect(fleet.unterminated).toBe(1);
  await pass(20_000);
  expect(reading.outcome).toBe('ended');
  for (const filter of upTo(3)) expect(objectivesOf(reading, filter)).toHaveLength(50);
});

test('the faster of two plausible devices is chosen, and remembered for the next visit', async () => {
  const stored = new Map<string, string>();
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  };
  const probe = { renderer: 'NVIDIA GeForce', cores: 4 };
  const fleet = new FakeFleet({ calibration: { webgl: 30, wasm: 100 } });
  const first = testEngine(fleet, { probe, storage });
  await pass(100);
  // 100 ms on one of four workers is faster than 30 ms on the GPU.
  expect(await first.engine.device()).toMatchObject({ backend: 'wasm', workers: 4 });
  const opened = fleet.workers.length;
  const second = testEngine(fleet, { probe, storage });
  await pass(100);
  expect((await second.engine.device()).backend).toBe('wasm');
  expect(fleet.workers.length - opened).toBe(4);
});

test('states to go on from are taken up, and a filter that is there already needs no work', async () => {
  const fleet = new FakeFleet();
  const { engine } = await loadedEngine(fleet);
  const state = (filter: number, step: number) => ({
    step,
    parameters: Float32Array.of(filter, step),
    moments: new Float32Array(0),
    alive: true,
  });
  const states = new Map([
    [0, state(0, 10)],
    [1, state(1, 4)],
  ]);
  const reading = read(engine, never, job([0, 1], 10, { states }));
  await pass(5000);
  expect(reading.outcome).toBe('ended');
  expect(objectivesOf(reading, 1)).toEqual([5, 6, 7, 8, 9, 10].map((step) => fakeObjective(1, step)));
  expect(objectivesOf(reading, 0)).toEqual([]);
});

test('a worker that is slow but answers is left alone; one that answers but never moves is replaced', async () => {
  const slow = new FakeFleet({ stepTime: 12_000 });
  const { engine, notices } = await loadedEngine(slow, { override: { workers: 1 } });
  const reading = read(engine, never, job([0], 3));
  await pass(40_000);
  expect(reading.outcome).toBe('ended');
  expect([slow.workers.length, notices]).toEqual([1, []]);
  const stuck = new FakeFleet({ stepTime: 1e9 });
  const other = await loadedEngine(stuck, { override: { workers: 1 } });
  read(other.engine, never, job([0], 3));
  await pass(40_000);
  expect(other.notices[0]?.message).toContain('has not moved');
});

test('a network too large for a copy in every worker is held, and worked on, by as many as memory bears', async () => {
  const fleet = new FakeFleet();
  const { engine } = testEngine(fleet, { override: { workers: 4 } });
  // Two copies of 600 MB fit into 1.5 GB. A real File of that size would have to exist.
  const files = [{ size: 600 * 2 ** 20, name: 'weights.bin' }] as unknown as File[];
  const loading = engine.loadNetwork(never, { ...networkSpec(), source: { format: 'files', files } });
  await pass(100);
  await loading;
  const holders = () => fleet.alive.filter((worker) => worker.networks.has('net'));
  expect(holders()).toHaveLength(2);
  const reading = read(engine, never, job(upTo(4), 30));
  await pass(500);
  holders()[0]?.lose();
  await pass(30_000);
  expect(reading.outcome).toBe('ended');
  expect(holders()).toHaveLength(2);
  expect(fleet.faults).toEqual([]);
});
