import type { Browser, Page, Worker } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type OpenApp, openApp, soonDone } from './harness/openApp';
import { openBrowser } from './harness/openBrowser';
import { readAscent, startAscent, waitForEnd, waitForStep } from './support/ascents';
import { addGolden, showGolden } from './support/golden';
import { hasten, hastened } from './support/hastened';
import { patchWorker } from './support/patchWorker';
import { waitUntilQuiet, watchWorkers } from './support/watchWorkers';

let browser: Browser;
let app: OpenApp;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
afterEach(() => app?.close());

/** Opens the app on a device, with a script at the top of each worker, and the small network loaded and quiet. */
async function open(query: string, workerScript = ''): Promise<string> {
  const prepare = async (opened: Page) => {
    await hastened(opened);
    await watchWorkers(opened);
    await patchWorker(opened, workerScript);
  };
  app = await openApp(browser, { query, hash: soonDone, prepare });
  page = app.page;
  const golden = await addGolden(page);
  await showGolden(page, golden);
  return golden;
}

/** How many workers the page has opened so far, those that are gone included. */
const workersOpened = () => page.evaluate(() => window.watch.workers.length);

/** The newest of the page's workers. */
function newest(): Worker {
  const worker = page.workers().at(-1);
  if (worker === undefined) throw new Error('The page has no worker.');
  return worker;
}

/** All steps' frames of one filter came, none twice, up to the last. */
function expectWhole(
  frames: readonly { filter: number; step: number; done: boolean }[],
  filters: number,
  steps: number,
) {
  const ends = frames.filter(({ done }) => done);
  expect(ends.map(({ filter }) => filter).sort()).toEqual(Array.from({ length: filters }, (_, i) => i));
  expect(ends.every(({ step }) => step === steps)).toBe(true);
  for (let filter = 0; filter < filters; filter += 1) {
    const told = frames.filter((frame) => frame.filter === filter).map(({ step }) => step);
    expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
  }
}

const noticed = (text: string) => page.getByText(text).first().waitFor({ timeout: 60_000 });

test('a worker that dies silently is noticed and replaced, and its filter goes on', async () => {
  const golden = await open('?device=wasm&workers=2');
  await waitUntilQuiet(page);
  const filters = [0, 1, 2, 3];
  const opened = await workersOpened();
  await startAscent(page, 'long', { network: golden, layer: 'conv3_2', filters, size: 128, steps: 40 });
  await waitForStep(page, 'long', 5);
  await page.workers()[0]?.evaluate(() => self.close());
  await hasten(page, () => noticed('A WebAssembly worker was lost'));
  const { frames, outcome } = await waitForEnd(page, 'long');
  expect(outcome).toBe('ended');
  expectWhole(frames, 4, 40);
  expect(await workersOpened()).toBe(opened + 1);
});

test('the processor helps a GPU on request: both take filters from one queue, and its loss costs the GPU nothing', async () => {
  const golden = await open('?device=webgl');
  await page.getByRole('button', { name: 'Device: WebGL, f32, 1 worker', exact: true }).click();
  await page.getByRole('switch', { name: 'The processor helps' }).click();
  const helped = page.getByRole('button', { name: /^Device: WebGL, f32, 1 worker \+ \d+ WebAssembly$/ });
  await helped.waitFor();
  const filters = [0, 1, 2];
  const opened = await workersOpened();
  await startAscent(page, 'long', { network: golden, layer: 'conv2_2', filters, size: 32, steps: 40 });
  await waitForStep(page, 'long', 3);
  await newest().evaluate(() => self.close());
  await hasten(page, () => expect.poll(workersOpened, { timeout: 60_000 }).toBe(opened + 1));
  const { frames, outcome } = await waitForEnd(page, 'long');
  expect(outcome).toBe('ended');
  expectWhole(frames, filters.length, 40);
  expect(await page.evaluate(async () => (await window.fovea.device()).backend)).toBe('webgl');
});

/** Keeps every WebGL context that the worker makes within reach of the test. */
const recordContexts = `
  self.contexts = [];
  const getContext = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = function (kind, ...rest) {
    const context = getContext.call(this, kind, ...rest);
    if (context && String(kind).startsWith('webgl')) self.contexts.push(context);
    return context;
  };
`;

test('lost WebGL contexts are rebuilt, the third one gives way to WASM, and no step is lost', async () => {
  const golden = await open('?device=webgl', recordContexts);
  expect(await page.evaluate(() => window.fovea.device())).toMatchObject({ backend: 'webgl', workers: 1 });
  const job = { network: golden, layer: 'conv1_2', filters: [0, 1], size: 32, steps: 60, crop: 0 };
  await startAscent(page, 'long', job);
  for (let loss = 1; loss <= 3; loss += 1) {
    const { frames } = await readAscent(page, 'long');
    await waitForStep(page, 'long', Math.min(59, (frames.at(-1)?.step ?? 0) + 2));
    expect((await readAscent(page, 'long')).outcome).toBeNull();
    const lost = await newest().evaluate(() => {
      const { contexts } = self as unknown as { contexts: WebGL2RenderingContext[] };
      for (const context of contexts) context.getExtension('WEBGL_lose_context')?.loseContext();
      return contexts.length;
    });
    expect(lost).toBeGreaterThan(0);
    await page.waitForFunction(
      (count) => window.watch.received.filter(({ message }) => message.kind === 'lost').length >= count,
      loss,
    );
    // The lost worker is ended before the next one is asked for.
    await expect.poll(() => page.workers().length).toBeGreaterThan(0);
    await page.waitForFunction((count) => window.watch.workers.length > count, loss);
  }
  await noticed('From now on WebAssembly computes');
  const { frames, outcome } = await waitForEnd(page, 'long');
  expect(outcome).toBe('ended');
  expectWhole(frames, 2, 60);
  expect((await page.evaluate(() => window.fovea.device())).backend).toBe('wasm');
});

/** Lets the WebAssembly heap grow no further once the test says so. */
const refuseToGrow = `
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (self.full) throw new RangeError('WebAssembly.Memory.grow(): Maximum memory size exceeded');
    return grow.call(this, pages);
  };
`;

test('an allocation that fails is told, the worker is rebuilt, and the work goes on', async () => {
  const golden = await open('?device=wasm&workers=1', refuseToGrow);
  await waitUntilQuiet(page);
  await page.workers()[0]?.evaluate(() => {
    Object.assign(self, { full: true });
  });
  await startAscent(page, 'large', { network: golden, layer: 'conv1_2', filters: [0], size: 512, steps: 3 });
  await noticed('out of memory');
  const { frames, outcome } = await waitForEnd(page, 'large');
  expect(outcome).toBe('ended');
  expectWhole(frames, 1, 3);
});

test('an address that asks for a device that is not there says so and works on another', async () => {
  app = await openApp(browser, {
    query: '?device=webgl',
    prepare: (opened) => patchWorker(opened, 'OffscreenCanvas.prototype.getContext = () => null;'),
  });
  page = app.page;
  await page.evaluate(() => window.fovea.ready);
  expect((await page.evaluate(() => window.fovea.device())).backend).toBe('wasm');
  await noticed('WebGL could not be opened');
});
