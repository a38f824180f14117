import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp } from './harness/openApp';
import { openBrowser } from './harness/openBrowser';
import { findViolations } from './support/findViolations';

const files = ['model.json', 'weights.bin'].map((name) =>
  fileURLToPath(new URL(`../fixtures/golden/seed-7/${name}`, import.meta.url)),
);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Brings the small network on the Networks bench; waits until it has been tested on a face. */
async function bring(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Networks' }).click();
  await page.getByLabel('Files of the network').setInputFiles(files);
  // The model calls itself mini_vgg.
  await page.getByRole('heading', { name: 'mini_vgg', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Test again' }).waitFor();
}

async function textOf(page: Page, button: string): Promise<string> {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFile(await saved.path(), 'utf8');
}

test('a network is brought, described, put right without its files, and removed again', async () => {
  const app = await openApp(browser, { hash: '#layer=conv32_1' });
  const { page } = app;
  await page.evaluate(() => window.fovea.ready);
  const about = page.getByRole('button', { name: /About the networks/ });
  expect(await about.isEnabled()).toBe(true);
  await about.click();
  // Here it leads nowhere: it says so, and does not drop the focus.
  await expect.poll(() => about.isEnabled()).toBe(false);
  expect(await about.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await page.getByRole('button', { name: /^Remove/ }).count()).toBe(0);
  await bring(page);
  const preprocessing = page.getByRole('region', { name: 'Preprocessing' });
  await preprocessing.getByText('Pixels 0–255 in BGR order, minus (103.939, 116.779, 123.68).').waitFor();
  await preprocessing.getByText('Guessed from its name, mini_vgg, alone.').waitFor();
  await preprocessing.getByText(/Nothing in this network tells what it was trained on/).waitFor();
  const before = await page.evaluate(() => window.fovea.networks());
  expect(before.map(({ id }) => id)).toContain('mini-vgg');
  expect(await findViolations(page)).toEqual([]);

  await preprocessing.getByRole('button', { name: 'Change' }).click();
  const form = page.getByRole('form', { name: 'Change the network' });
  await form.getByLabel('Name').fill('Small one');
  await form.getByRole('combobox', { name: 'Trained on' }).click();
  await page.getByRole('option', { name: '0 to 1' }).click();
  await form.getByText('Pixels 0–255 in RGB order, divided by 255.').waitFor();
  await form.getByRole('combobox', { name: 'Channel order' }).click();
  await page.getByRole('option', { name: 'BGR' }).click();
  // A number that is not taken is told, and the form stays.
  const green = form.getByLabel('Mean of G');
  await green.fill('about 104');
  await green.press('Enter');
  await form.getByText('“about 104” is no number. Takes 0 to 255').waitFor();
  await form.getByRole('button', { name: 'Apply' }).click();
  expect(await green.inputValue()).toBe('about 104');
  await green.fill('104,5');
  await green.press('Tab');
  await form.getByText('Pixels 0–255 in BGR order, minus (0, 104.5, 0), divided by 255.').waitFor();
  expect(await findViolations(page)).toEqual([]);
  await form.getByRole('button', { name: 'Apply' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Small one', level: 1 }).waitFor();
  await preprocessing.getByText('Pixels 0–255 in BGR order, minus (0, 104.5, 0), divided by 255.').waitFor();
  await preprocessing.getByText(/Set by hand/).waitFor();
  // Its green channel is told as the network gets it now: (pixel − 104.5) / 255.
  const row = preprocessing.getByRole('row', { name: /2, green/ });
  await expect.poll(() => row.getByRole('cell').nth(1).textContent()).toMatch(/^−0\.\d+$/);

  await page.getByRole('button', { name: 'Remove Small one' }).click();
  await page.waitForFunction(() => location.hash.includes('network=dlib-resnet'));
  expect((await page.evaluate(() => window.fovea.networks())).map(({ id }) => id)).not.toContain('mini-vgg');
  expect(app.errors).toEqual([]);
  await app.close();
});

test('its summary can be saved as text and as a table', async () => {
  const app = await openApp(browser, { hash: '#bench=networks' });
  const { page } = app;
  await bring(page);
  const layers = page.getByRole('region', { name: 'Layers' });
  await layers.getByRole('row', { name: /conv2_1 Conv2D 32 × 32 × 24 3,480/ }).waitFor();
  const text = await textOf(page, 'Save the summary as text');
  expect(text).toMatch(/^conv2_1 \(Conv2D\) +\(None, 32, 32, 24\) +3480$/m);
  expect(text).toContain('Total params: 27,846');
  const table = await textOf(page, 'Save the summary as CSV');
  expect(table).toContain('conv2_1,Conv2D,"(None, 32, 32, 24)",3480\r\n');
  expect(app.errors).toEqual([]);
  await app.close();
});

test('files that are no network are refused with a remedy, and everything else stays', async () => {
  const app = await openApp(browser, { hash: '#bench=networks&network=hse-mobilenet' });
  const { page } = app;
  await page.getByRole('heading', { name: 'HSE-FaceRes MobileNet', level: 1 }).waitFor();
  const [model = ''] = files;
  await page.getByLabel('Files of the network').setInputFiles([model]);
  const problem = page.getByRole('alert').filter({ hasText: 'model.json was not added' });
  await problem.waitFor();
  expect(await problem.textContent()).toMatch(/weights\.bin/);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('HSE-FaceRes MobileNet');
  await problem.getByRole('button', { name: 'Dismiss' }).click();
  await problem.waitFor({ state: 'detached' });
  await app.close();
});

test('what lies on the server is offered, and added with its preprocessing and origin', async () => {
  const parts = await Promise.all(
    files.map(async (path) => ({ name: path.split('/').at(-1) ?? '', body: await readFile(path) })),
  );
  const index = {
    networks: [
      {
        id: 'small',
        name: 'Small network of a release',
        files: parts.map(({ name, body }) => ({ name, bytes: body.length })),
        preprocessing: { order: 'bgr', mean: [93.594, 104.7624, 129.1863], scale: 1 },
        origin: { source: 'a release', licence: 'MIT', citation: 'Somebody, 2020' },
      },
    ],
  };
  const app = await openApp(browser, {
    hash: '#bench=networks',
    prepare: async (page) => {
      await page.route('**/networks/index.json', (route) => route.fulfill({ json: index }));
      for (const { name, body } of parts)
        await page.route(`**/networks/${name}`, (route) =>
          route.fulfill({ body, contentType: 'application/octet-stream' }),
        );
    },
  });
  const { page } = app;
  const offers = page.getByRole('region', { name: 'On this server' });
  await offers.getByText('116 kB').waitFor();
  await offers.getByRole('button', { name: 'Add Small network of a release' }).click();
  await page.getByRole('heading', { name: 'Small network of a release', level: 1 }).waitFor();
  await page
    .getByRole('region', { name: 'Preprocessing' })
    .getByText('Pixels 0–255 in BGR order, minus (93.594, 104.7624, 129.1863).')
    .waitFor();
  await page.getByText('Somebody, 2020').waitFor();
  await offers.waitFor({ state: 'detached' });
  expect(app.errors).toEqual([]);
  await app.close();
});

test('on a phone the buttons of a network stand in one row beside each other, Remove beside its name', async () => {
  const context = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const app = await openApp(browser, { hash: '#bench=networks', context });
  const { page } = app;
  await bring(page);
  const box = async (name: RegExp) => {
    const found = await page.getByRole('button', { name }).boundingBox();
    if (found === null) throw new Error(`${name} is not in sight.`);
    return found;
  };
  const [filters, face, remove] = [await box(/See its filters/), await box(/Show it a face/), await box(/^Remove/)];
  const heading = await page.getByRole('heading', { name: 'mini_vgg', level: 1 }).boundingBox();
  expect(face.y).toBe(filters.y);
  expect(face.width).toBeCloseTo(filters.width, 0);
  expect([filters.x, 390 - face.x - face.width]).toEqual([16, 16]);
  expect(heading?.y).toBeGreaterThanOrEqual(remove.y);
  expect((heading?.y ?? 0) + (heading?.height ?? 0)).toBeLessThanOrEqual(remove.y + remove.height);
  expect(await findViolations(page)).toEqual([]);
  await app.close();
});

test('every line of a menu begins in the same column, also one that is too long for it', async () => {
  const app = await openApp(browser, { hash: '#bench=networks' });
  const { page } = app;
  await bring(page);
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('combobox', { name: 'Trained on' }).click();
  const options = page.getByRole('option');
  await options.first().waitFor();
  const lefts = await options.evaluateAll((items) =>
    items.map((item) => {
      const range = document.createRange();
      range.selectNodeContents(item.lastElementChild as Element);
      return Math.round(range.getBoundingClientRect().left - item.getBoundingClientRect().left);
    }),
  );
  expect(lefts.length).toBeGreaterThan(5);
  expect(new Set(lefts).size).toBe(1);
  await app.close();
});

test('a notice that is said again while it is on the screen stands there once; dismissed, it comes again', async () => {
  const app = await openApp(browser, { hash: '#bench=networks' });
  const { page } = app;
  await page.evaluate(() => window.fovea.ready);
  const names = { name: 'names.json', mimeType: 'application/json', buffer: Buffer.from('["Ada", "Bo"]') };
  const drop = () => page.getByLabel('Files of the network').setInputFiles(names);
  const notice = page.getByText(/^names\.json is a list of 2 names.*comes along and keeps its own names/);
  await drop();
  await notice.waitFor();
  await drop();
  // Room for a second one to come up.
  await page.waitForTimeout(1000);
  expect(await notice.count()).toBe(1);
  await page.getByRole('button', { name: 'Close toast' }).click();
  await expect.poll(() => notice.count()).toBe(0);
  await drop();
  await notice.waitFor();
  await app.close();
});
