import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenApp, openApp, soonDone } from './harness/openApp';
import { openBrowser } from './harness/openBrowser';
import { collect } from './support/collect';
import { addGolden, goldenAscents, showGolden } from './support/golden';

let browser: Browser;
let app: OpenApp;
let golden: string;

beforeAll(async () => {
  browser = await openBrowser();
  app = await openApp(browser, { hash: soonDone });
  await app.page.evaluate(() => window.fovea.ready);
  golden = await addGolden(app.page);
  await showGolden(app.page, golden);
});
afterAll(() => browser?.close());

test('device, networks and layers answer as the design says', async () => {
  const { page } = app;
  expect(await page.evaluate(() => window.fovea.device())).toMatchObject({
    backend: 'wasm',
    renderer: expect.any(String),
    workers: expect.any(Number),
    precision: 'f32',
    kernels: expect.arrayContaining([expect.any(String)]),
  });
  const networks = await page.evaluate(() => window.fovea.networks());
  expect(networks.map(({ id }) => id)).toEqual(['dlib-resnet', 'hse-mobilenet', 'expression', golden]);
  expect(networks[0]).toMatchObject({
    input: [150, 150, 3],
    parameters: expect.any(Number),
    layers: expect.any(Number),
  });
  expect(networks[1]?.input).toEqual([224, 224, 3]);
  const layers = await page.evaluate((id) => window.fovea.layers(id), golden);
  expect(layers.find(({ name }) => name === 'conv1_1')).toEqual({
    name: 'conv1_1',
    kind: 'Conv2D',
    outputShape: [64, 64, 16],
    parameters: 3 * 3 * 3 * 16 + 16,
    filters: 16,
  });
});

test('the report’s loop gives PyTorch’s losses and picture', async () => {
  for (const { layer, filter, steps, start, losses, image } of await goldenAscents()) {
    const frames = await collect(app.page, {
      network: golden,
      layer,
      filters: [filter],
      preset: 'seed-report',
      steps,
      start,
    });
    for (const { step, objective } of frames) {
      const expected = losses[step - 1] ?? Number.NaN;
      const tolerance = step <= 10 ? 1e-3 : 0.03;
      expect(Math.abs(objective - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected) + 1e-7);
    }
    const last = frames.at(-1);
    expect(last).toMatchObject({ filter, step: steps, done: true });
    expect(last?.values).toHaveLength(image.length);
    // The loop amplifies rounding of 1e-5 to a few per cent by the last step: the picture as a whole has to agree.
    const values = last?.values ?? [];
    const distance = Math.hypot(...image.map((value, i) => value - (values[i] ?? Number.NaN)));
    expect(distance).toBeLessThanOrEqual(0.1 * Math.hypot(...image));
  }
});

test('every filter ends with a last frame; the same seed gives the same picture, another seed another', async () => {
  const options = { network: golden, layer: 'conv2_1', filters: [2, 0, 5], steps: 6, size: 64 } as const;
  const frames = await collect(app.page, options);
  const ends = frames.filter(({ done }) => done);
  expect(ends.map(({ filter }) => filter).sort()).toEqual([0, 2, 5]);
  for (const end of ends) expect(end).toMatchObject({ step: 6, values: expect.any(Array) });
  expect(frames.filter(({ done, values }) => !done && values !== null)).toEqual([]);
  const valuesOf = async (seed: number) => {
    const again = await collect(app.page, { ...options, filters: [2], seed });
    return again.at(-1)?.values;
  };
  const [first, second, other] = [await valuesOf(3), await valuesOf(3), await valuesOf(4)];
  expect(second).toEqual(first);
  expect(other).not.toEqual(first);
});

test.each([
  ['an unknown network', { network: 'nobody' }, 'no network “nobody”'],
  ['an unknown layer', { layer: 'conv9_9' }, 'no layer “conv9_9”'],
  ['a filter that is not there', { filters: [16] }, 'no filter 16'],
  ['a fractional filter', { filters: [0.5] }, 'filters'],
  ['no filters', { filters: [] }, 'filters'],
  ['a start of the wrong length', { start: [1, 2, 3, 4] }, 'start'],
  ['a size that makes no sense', { size: -3 }, 'size'],
  ['an unknown preset', { preset: 'best' }, 'preset'],
])('ascend refuses %s and says why', async (_, change, cause) => {
  const given = { network: golden, layer: 'conv1_1', filters: [0], ...change };
  const message = await app.page.evaluate(async (options) => {
    try {
      for await (const _frame of window.fovea.ascend(options as never)) break;
      return 'no error';
    } catch (error) {
      return String(error);
    }
  }, given);
  expect(message).toContain('FoveaError');
  expect(message).toContain(cause);
});

test('addNetwork refuses files that are no network, and lists none of them', async () => {
  const message = await app.page.evaluate(async () => {
    const files = [new File(['{"not": "a model"}'], 'model.json')];
    const failure = await window.fovea.addNetwork(files).catch((error: unknown) => error);
    const ids = (await window.fovea.networks()).map(({ id }) => id);
    return { name: failure instanceof Error ? failure.name : '', ids };
  });
  expect(message.name).toBe('FoveaError');
  expect(message.ids).not.toContain('model');
});

test('an abort ends the stream with the signal’s reason', async () => {
  const outcome = await app.page.evaluate(async (network) => {
    const controller = new AbortController();
    const options = { network, layer: 'conv3_2', filters: [0, 1, 2], signal: controller.signal };
    try {
      for await (const frame of window.fovea.ascend(options)) if (frame.step >= 2) controller.abort('enough');
      return 'no error';
    } catch (error) {
      return error;
    }
  }, golden);
  expect(outcome).toBe('enough');
});

test('nothing went wrong in the page, and no request left its origin', () => {
  const { origin } = new URL(app.page.url());
  const foreign = app.requests.filter((url) => !url.startsWith(origin) && !/^(blob|data):/.test(url));
  expect(foreign).toEqual([]);
  expect(app.errors).toEqual([]);
});
