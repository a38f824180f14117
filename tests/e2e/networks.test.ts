import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
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

test('a network is brought with its name and preprocessing, described, shown, and removed again', async () => {
  const app = await openApp(browser, { hash: '#layer=conv32_1' });
  const { page } = app;
  await page.evaluate(() => window.fovea.ready);
  await page.getByRole('button', { name: /About the networks/ }).click();
  const sheet = page.getByRole('dialog', { name: 'Networks' });
  expect(await sheet.getByRole('button', { name: /^Remove/ }).count()).toBe(0);
  await page.getByLabel('Files of the network').setInputFiles(files);
  const form = page.getByRole('form', { name: 'The new network' });
  await form.getByLabel('Name').fill('Small one');
  // The model calls itself mini_vgg.
  await form.getByText('Pixels 0–255 in BGR order, minus (103.939, 116.779, 123.68).').waitFor();
  await form.getByRole('combobox', { name: 'Trained on' }).click();
  await page.getByRole('option', { name: '0 to 1' }).click();
  await form.getByText('Pixels 0–255 in RGB order, divided by 255.').waitFor();
  await form.getByRole('combobox', { name: 'Channel order' }).click();
  await page.getByRole('option', { name: 'BGR' }).click();
  await form.getByLabel('Mean of G').fill('104.5');
  await form.getByLabel('Mean of G').press('Tab');
  await form.getByText('Pixels 0–255 in BGR order, minus (0, 104.5, 0), divided by 255.').waitFor();
  expect(await findViolations(page)).toEqual([]);
  await form.getByRole('button', { name: 'Add the network' }).click();
  await page.waitForFunction(() => location.hash.includes('network=small-one'));

  await page.getByRole('button', { name: /About the networks/ }).click();
  await sheet.getByText('Pixels 0–255 in BGR order, minus (0, 104.5, 0), divided by 255.').waitFor();
  await sheet.getByRole('button', { name: 'Remove Small one' }).click();
  await page.waitForFunction(() => location.hash.includes('network=dlib-resnet'));
  expect((await page.evaluate(() => window.fovea.networks())).map(({ id }) => id)).not.toContain('small-one');
  expect(app.errors).toEqual([]);
  await app.close();
});
