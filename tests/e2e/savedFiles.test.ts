import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenApp, openApp } from './harness/openApp';
import { openBrowser } from './harness/openBrowser';
import { addGolden, showGolden } from './support/golden';
import { waitUntilQuiet, watchWorkers } from './support/watchWorkers';

let browser: Browser;
const opened: OpenApp[] = [];
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  for (const app of opened) await app.close();
  await browser?.close();
});

/** The app with the small network shown: 16 filters, to the end. */
async function openGolden(show: boolean): Promise<Page> {
  const app = await openApp(browser, { prepare: watchWorkers });
  opened.push(app);
  await app.page.evaluate(() => window.fovea.ready);
  const id = await addGolden(app.page);
  if (show) {
    await showGolden(app.page, id);
    await waitUntilQuiet(app.page);
  }
  return app.page;
}

async function save(page: Page, entry: string): Promise<Buffer> {
  await page.getByRole('button', { name: /^More/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: entry }).click(),
  ]);
  return readFile(await download.path());
}

test('the grid is saved with the report’s geometry, and its settings repeat it elsewhere', async () => {
  const page = await openGolden(true);
  const grid = PNG.sync.read(await save(page, 'Save the grid'));
  expect([grid.width, grid.height]).toEqual([1075, 1075]);
  const pixel = (x: number, y: number) => [...grid.data.subarray(4 * (y * 1075 + x), 4 * (y * 1075 + x) + 4)];
  // Black between the tiles and where there are none.
  const black = [0, 0, 0, 255];
  for (const x of [130, 134, 60]) expect(pixel(x, 132)).toEqual(black);
  for (const x of [130, 134, 265, 944]) expect(pixel(x, 60)).toEqual(black);
  for (const y of [270, 600, 1074]) expect(pixel(60, y)).toEqual(black);

  const settings = await save(page, 'Save the settings');
  const first: { results: { dead: boolean }[] } = JSON.parse(settings.toString());
  expect(first).toMatchObject({ format: 'fovea-ascent', version: 1, layer: 'conv1_1', settings: { preset: 'fovea' } });
  expect(first.results).toHaveLength(16);
  first.results.forEach(({ dead }, index) => {
    const [left, top] = [(index % 8) * 135, Math.floor(index / 8) * 135];
    const corners = [pixel(left, top), pixel(left + 129, top), pixel(left, top + 129), pixel(left + 129, top + 129)];
    expect(corners.every((corner) => corner.join() === black.join())).toBe(dead);
  });

  const other = await openGolden(false);
  await other
    .getByLabel('Settings file')
    .setInputFiles({ name: 'settings.json', mimeType: 'application/json', buffer: settings });
  await other.waitForFunction(() => location.hash.includes('conv1_1'));
  await waitUntilQuiet(other);
  const again = JSON.parse((await save(other, 'Save the settings')).toString());
  expect(again).toEqual(first);
});

test.each([
  ['no JSON', '{', 'not valid JSON'],
  ['another format', '{"format":"other"}', 'no saved ascent'],
])('%s is refused with the cause, and the page stays', async (_, content, cause) => {
  const page = opened[0]?.page as Page;
  const file = { name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from(content) };
  await page.getByLabel('Settings file').setInputFiles(file);
  await page.getByText(cause).first().waitFor();
  expect(await page.locator('button[data-filter]').count()).toBe(16);
});

test('finished tiles are there at the next visit, until local data is deleted', async () => {
  const app = await openApp(browser, { prepare: watchWorkers, hash: '#network=dlib-resnet&layer=conv32_1' });
  opened.push(app);
  const { page } = app;
  const askedFor = () =>
    page.evaluate(() =>
      window.watch.sent.flatMap(({ message }) => (message.name === 'ascend' ? [message.arguments.filter] : [])),
    );
  await page.waitForFunction(() =>
    window.watch.sent.some(({ message }) => message.name === 'ascend' && message.arguments.filter === 4),
  );
  await page.waitForTimeout(300);
  await page.reload();
  await page.waitForSelector('button[data-filter="0"] canvas');
  await page.waitForFunction(() => window.watch.sent.some(({ message }) => message.name === 'ascend'));
  expect(await askedFor()).not.toContain(0);
  expect(await askedFor()).not.toContain(1);
  // A file that is refused leaves the running page alone.
  const bad = { name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from('{}') };
  await page.getByLabel('Settings file').setInputFiles(bad);
  await page.getByText('no saved ascent').first().waitFor();
  const slices = (await askedFor()).length;
  await expect.poll(async () => (await askedFor()).length).toBeGreaterThan(slices + 2);
  await page.getByRole('button', { name: /^More/ }).click();
  await page.getByRole('menuitem', { name: 'Delete local data' }).click();
  await page.getByRole('button', { name: /^Delete/ }).click();
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('fovea.')))).toEqual([]);
  await page.reload();
  await page.waitForFunction(() => window.watch.sent.some(({ message }) => message.name === 'ascend'));
  expect(await askedFor()).toContain(0);
});

test('a link shows what was seen, done from the cache, and a field takes what it can on being left', async () => {
  const hash = '#network=dlib-resnet&layer=conv32_down&preset=fovea&size=32&seed=0&steps=2';
  const app = await openApp(browser, { prepare: watchWorkers, hash });
  opened.push(app);
  const { page } = app;
  const progress = () => page.getByRole('progressbar', { name: 'Page of filters' }).getAttribute('aria-valuetext');
  await expect.poll(progress, { timeout: 30_000 }).toBe('32 of 32 filters, done');
  const shown = new URL(page.url()).hash;
  for (const value of ['size=32', 'seed=0', 'steps=2']) expect(shown).toContain(value);
  // The last tiles may still be on their way to the device's store: what a visit misses, the next one finds.
  const ascents = async () => {
    await page.reload();
    await expect.poll(progress, { timeout: 30_000 }).toBe('32 of 32 filters, done');
    return page.evaluate(() => window.watch.sent.filter(({ message }) => message.name === 'ascend').length);
  };
  await expect.poll(ascents, { timeout: 60_000, interval: 1000 }).toBe(0);
  expect(new URL(page.url()).hash).toBe(shown);

  const size = page.getByRole('textbox', { name: 'Size' });
  await size.fill('7');
  await size.press('Tab');
  await page.getByText('Takes 32 to 512, whole numbers').waitFor();
  expect(await size.inputValue()).toBe('32');
  await size.fill('5000');
  await size.press('Enter');
  await page.getByText('32 was kept').waitFor();
  expect(await size.inputValue()).toBe('32');
  expect(new URL(page.url()).hash).toBe(shown);
  await page.locator('button[data-filter="5"]').click();
  const more = page.getByRole('textbox', { name: 'More steps' });
  await more.fill('5');
  await more.press('Tab');
  await page.getByRole('button', { name: 'Go on for 5 more steps' }).click();
  await page.getByRole('button', { name: /^Filter 5, 7 steps/ }).waitFor();
});
