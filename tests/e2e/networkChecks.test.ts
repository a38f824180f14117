/** What the Networks bench tells of a network whose layers are known, its figures, and two networks on one face. */
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp } from './harness/openApp';
import { openBrowser } from './harness/openBrowser';
import { findViolations } from './support/findViolations';
import { addGolden } from './support/golden';
import { tinyVgg } from './support/tinyVgg';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function bring(page: Page, name: string): Promise<void> {
  await page.getByLabel('Files of the network').setInputFiles(tinyVgg(name));
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

test('a preprocessing that does not fit what the layers tell is warned of', async () => {
  const app = await openApp(browser, { hash: '#bench=networks' });
  const { page } = app;
  await bring(page, 'small faces');
  const preprocessing = page.getByRole('region', { name: 'Preprocessing' });
  await preprocessing.getByText('Pixels 0–255 in BGR order, minus (93.594, 104.7624, 129.1863).').waitFor();
  await preprocessing.getByText(/because its layers are named as VGGFace’s \(conv1_1, conv5_3\)/).waitFor();
  await preprocessing.getByText(/trained on BGR values from −129 to 161: this fits/).waitFor();
  expect(await preprocessing.getByRole('alert').count()).toBe(0);

  await preprocessing.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('combobox', { name: 'Trained on' }).click();
  await page.getByRole('option', { name: '0 to 1' }).click();
  await page.getByRole('button', { name: 'Apply' }).click();
  const warning = preprocessing.getByRole('alert');
  await warning.waitFor();
  expect(await warning.textContent()).toContain(
    'the channels come in RGB order, and the values are 255 times too small',
  );
  expect(await findViolations(page)).toEqual([]);

  const names = { name: 'names.txt', mimeType: 'text/plain', buffer: Buffer.from('Ada\nGrace\nHedy\n') };
  await page.getByText('3 classes without names').waitFor();
  await page.getByLabel('File of class names').setInputFiles(names);
  await page.getByText('classes: 3 names').waitFor();
  await page.getByLabel('File of class names').setInputFiles({ ...names, buffer: Buffer.from('Ada\n') });
  await page.getByText(/names.txt is text with 1 line.*has 3 classes/).waitFor();
  await page.getByText('classes: 3 names').waitFor();
  await page.getByRole('button', { name: 'Read the names' }).click();
  const listed = page.getByRole('list', { name: 'Names of the classes' }).getByRole('listitem');
  expect(await listed.allTextContents()).toEqual(['Ada', 'Grace', 'Hedy']);
  await page.getByRole('button', { name: 'Take the names away' }).click();
  await page.getByText('3 classes without names').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('classes: 3 names').waitFor();
  expect(app.errors).toEqual([]);
  await app.close();
});

test('networks that come along state size and input before they are read, and hold what they state', async () => {
  const app = await openApp(browser, { hash: '#bench=networks' });
  const { page } = app;
  const list = page.getByRole('region', { name: 'Networks', exact: true }).getByRole('listitem');
  await list.first().waitFor();
  const stated = await list.allInnerTexts();
  const read = await page.evaluate(() => window.fovea.networks());
  expect(stated).toHaveLength(read.length);
  for (const [i, { name, input, parameters }] of read.entries()) {
    const count = parameters < 1e6 ? parameters.toLocaleString('en') : `${(parameters / 1e6).toFixed(1)} million`;
    expect(stated[i]).toContain(name);
    expect(stated[i]).toContain(`${count} parameters, input ${input[0]} × ${input[1]}`);
  }
  expect(app.errors).toEqual([]);
  await app.close();
});

test('the report’s figures are made by one click, one a block, and saved together', async () => {
  const app = await openApp(browser, { hash: '#bench=networks' });
  const { page } = app;
  await bring(page, 'small faces');
  const figures = page.getByRole('region', { name: 'The report’s figures' });
  await figures.getByText('conv1_1, conv5_3.').waitFor();
  await figures.getByRole('button', { name: 'Make the figures' }).click();
  await figures.getByRole('img', { name: 'The first 4 filters of conv5_3' }).waitFor({ timeout: 120_000 });
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    figures.getByRole('button', { name: 'Save all 2 (zip)' }).click(),
  ]);
  const files = unzipSync(await readFile(await saved.path()));
  expect(Object.keys(files).sort()).toEqual(['conv1_1.png', 'conv5_3.png', 'figures.json']);
  for (const name of ['conv1_1.png', 'conv5_3.png']) {
    const { width, height, data } = PNG.sync.read(Buffer.from(files[name] ?? []));
    // Four tiles in the first row, and no row where there are no filters.
    expect([width, height]).toEqual([1075, 130]);
    const lit = (x: number, y: number) => [0, 1, 2].some((c) => (data[4 * (y * width + x) + c] ?? 0) > 0);
    expect([65, 200, 335].some((x) => lit(x, 65))).toBe(true);
  }
  const { settings } = JSON.parse(new TextDecoder().decode(files['figures.json']));
  expect(settings).toMatchObject({ preset: 'seed-report', size: 180, steps: 30, rate: 10 });
  expect(app.errors).toEqual([]);
  await app.close();
});

test('two networks are compared on one face, and under a mask', async () => {
  const app = await openApp(browser, { hash: '#bench=networks' });
  const { page } = app;
  await page.evaluate(() => window.fovea.ready);
  await bring(page, 'small faces');
  const golden = await addGolden(page);
  await page.evaluate((id) => {
    location.hash = `#bench=faces&network=${id}`;
  }, golden);
  await page
    .getByRole('button', { name: /Sample 1/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Two networks' }).click();
  await page.getByRole('combobox', { name: 'Compare with' }).click();
  await page.getByRole('option', { name: 'small faces' }).click();
  await page.getByRole('figure', { name: /^golden, without a mask: Person/ }).waitFor();
  const second = page.getByRole('figure', { name: /^small faces, without a mask: (Person \d+|Nobody)/ });
  await second.waitFor();
  expect(await second.textContent()).toMatch(/\d %.*explained at conv5_3/s);
  expect(await findViolations(page)).toEqual([]);

  await page.getByRole('tab', { name: 'Masks' }).click();
  await page
    .getByRole('button', { name: /Eye bar/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Two networks' }).click();
  await page.getByRole('figure', { name: /^golden, under the mask: (Person \d+|Nobody)/ }).waitFor();
  await page.getByRole('figure', { name: /^small faces, under the mask: (Person \d+|Nobody)/ }).waitFor();
  expect(app.errors).toEqual([]);
  await app.close();
});
