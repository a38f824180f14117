/** A processor without SIMD: V8 admits it to WebAssembly from SSE4.1 on, which is taken away here. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenApp, openApp, soonDone } from './harness/openApp';
import { openBrowser } from './harness/openBrowser';
import { collect } from './support/collect';
import { addGolden, goldenAscents, goldenMaps, goldenPicture } from './support/golden';

let browser: Browser;
let app: OpenApp;
let golden: string;

beforeAll(async () => {
  browser = await openBrowser(['--js-flags=--no-enable-sse4-1']);
  app = await openApp(browser, { hash: soonDone, query: '?device=wasm' });
  await app.page.evaluate(() => window.fovea.ready);
  golden = await addGolden(app.page);
});
afterAll(() => browser?.close());

test('the badge tells that TensorFlow.js’s plain kernels are at work', async () => {
  const { page } = app;
  expect(await page.evaluate(() => window.fovea.device())).toMatchObject({ backend: 'wasm', kernels: ['tfjs-wasm'] });
  await page.getByRole('button', { name: /^Device: WebAssembly/ }).click();
  const details = page.getByRole('dialog', { name: 'Device' });
  expect(await details.getByText('tfjs-wasm', { exact: true }).count()).toBe(1);
  await page.keyboard.press('Escape');
});

test('Grad-CAM of the golden network is PyTorch’s', async () => {
  const { top, maps } = await goldenMaps();
  for (const { layer, values } of maps) {
    const found = await app.page.evaluate(
      async ({ png, ...options }) => {
        const picture = new Blob([Uint8Array.from(atob(png), (c) => c.charCodeAt(0))], { type: 'image/png' });
        return [...(await window.fovea.explain({ ...options, picture, crop: 'none' })).map.values];
      },
      { network: golden, layer, target: { class: top }, png: await goldenPicture() },
    );
    const largest = Math.max(...values);
    for (const [i, value] of values.entries())
      expect(Math.abs(value - (found[i] ?? Number.NaN))).toBeLessThanOrEqual(1e-4 * largest);
  }
});

test('the report’s loop gives PyTorch’s losses', async () => {
  for (const { layer, filter, start, losses } of await goldenAscents()) {
    const frames = await collect(app.page, {
      ...{ network: golden, layer, filters: [filter], preset: 'seed-report', steps: 10, start },
    });
    for (const { step, objective } of frames) {
      const expected = losses[step - 1] ?? Number.NaN;
      expect(Math.abs(objective - expected)).toBeLessThanOrEqual(1e-3 * Math.abs(expected) + 1e-7);
    }
    expect(frames.at(-1)).toMatchObject({ step: 10, done: true });
  }
});

test('the faces of a photo are found', async () => {
  const { page } = app;
  await page.keyboard.press('2');
  await page.getByRole('button', { name: 'Sample 1', exact: true }).click();
  await page.getByText(/^Sample 1 · .* · 3 faces$/).waitFor({ timeout: 120_000 });
  expect(app.errors).toEqual([]);
});
