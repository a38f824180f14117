/** Networks that lack what a face bench asks for, in the built app: VGG16 without its top, and a detector. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp } from './harness/openApp';
import { openBrowser } from './harness/openBrowser';
import { findViolations } from './support/findViolations';

const models = 'node_modules/@vladmandic/human/models';
let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'fovea-top-'));
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

async function bring(page: Page, name: string, ...paths: string[]) {
  await page.getByLabel('Files of the network').setInputFiles(paths);
  await page.getByRole('heading', { name, level: 1 }).waitFor({ timeout: 60_000 });
}

const human = (name: string) => ['json', 'bin'].map((ending) => join(models, `${name}.${ending}`));

const faceOfSample = (page: Page) =>
  page
    .getByRole('button', { name: /Sample 1/ })
    .first()
    .click();

test('VGG16 without top names a face by the means of pool5’s filters, and maps explain the name', async () => {
  const path = join(folder, 'notop.h5');
  await promisify(execFile)(process.execPath, [
    'scripts/makeWeights.mjs',
    'vggface-vgg16',
    path,
    '--notop',
    '--divide=16',
  ]);
  const app = await openApp(browser, { hash: '#bench=networks' });
  const { page } = app;
  await bring(page, 'vggface_vgg16', path);
  await page.getByText('embedding: the mean of each of pool5’s 32 filters').waitFor();
  // 3 × 3 × in × out + out of the thirteen convolutions, and no row for the means.
  await page.getByText('57,828 parameters in 19 layers').waitFor();

  // In 16 bits its embeddings are compared: the weights are rounded, the angle hardly changes.
  await page.getByRole('button', { name: /Try 16 bits/ }).click();
  const words = await page.getByText(/Measured on 6 faces/).innerText({ timeout: 60_000 });
  const cosine = Number(/cosine of at least ([\d.]+\d)/.exec(words)?.[1]);
  expect(cosine).toBeGreaterThan(0.999);
  expect(cosine).toBeLessThanOrEqual(1);
  await page.getByRole('button', { name: 'Leave it as it is' }).click();

  await page.getByRole('tab', { name: 'Faces' }).click();
  await faceOfSample(page);
  await page.getByRole('heading', { name: /^What speaks for Person \d+$/ }).waitFor({ timeout: 120_000 });
  await page.getByText(/its embedding is the mean of each of pool5’s 32 filters/).waitFor();
  await page.getByText(/^Share of the positive heat of Grad-CAM at conv5_3 for Person/).waitFor();
  await page.getByRole('combobox', { name: 'Method' }).click();
  await page.getByRole('option', { name: /^Eigen-CAM/ }).click();
  await page.getByText(/Eigen-CAM at conv5_3, 14 × 14/).waitFor({ timeout: 60_000 });

  // The console has the same answer: the gallery's people.
  const answer = await page.evaluate(async () => {
    const rgba = new Uint8ClampedArray(224 * 224 * 4).map((_, i) => (i % 4 === 3 ? 255 : (i * 7) % 251));
    const picture = new ImageData(rgba, 224, 224);
    const network = (await window.fovea.networks()).find(({ name }) => name === 'vggface_vgg16')?.id ?? '';
    const { scores, map } = await window.fovea.explain({ network, picture, crop: 'none' });
    const sum = scores.reduce((total, { probability }) => total + probability, 0);
    return { people: scores.length, sum, cells: [map.width, map.height], lit: map.values.some((value) => value !== 0) };
  });
  expect(answer).toMatchObject({ people: 22, cells: [14, 14], lit: true });
  expect(answer.sum).toBeCloseTo(1, 5);
  expect(app.errors).toEqual([]);
  await app.close();
});

test('a network with neither classes nor embedding: one sentence says why there is no map, also beside another', async () => {
  const app = await openApp(browser, { hash: '#bench=networks' });
  const { page } = app;
  await bring(page, 'centernet', ...human('centernet'));
  await page.getByText(/Without tower_0\/detections: .*it chooses among values/).waitFor();
  await page.getByRole('tab', { name: 'Faces' }).click();
  await faceOfSample(page);
  const why = /There is no map: centernet has neither classes nor an embedding/;
  await page.getByRole('status').filter({ hasText: why }).waitFor();
  expect(await page.getByText('Counted once there is a map.').count()).toBe(0);
  expect(await findViolations(page)).toEqual([]);
  await page.evaluate(() => {
    location.hash = '#bench=faces&network=dlib-resnet';
  });
  await page.getByRole('button', { name: 'Two networks' }).click();
  await page.getByRole('combobox', { name: 'Compare with' }).click();
  await page.getByRole('option', { name: 'centernet' }).click();
  await page
    .getByRole('figure', { name: /^centernet, without a mask/ })
    .filter({ hasText: why })
    .waitFor();
  expect(app.errors).toEqual([]);
  await app.close();
});

test('HSE-FaceRes brought as files gets the pixels that the bundled one gets, and no doubt is shown', async () => {
  const app = await openApp(browser, { hash: '#bench=networks' });
  const { page } = app;
  await bring(page, 'faceres', ...human('faceres'));
  const preprocessing = page.getByRole('region', { name: 'Preprocessing' });
  await preprocessing.getByText(/Guessed because its layers are named as HSE-FaceRes’s/).waitFor();
  await preprocessing.getByText(/trained on RGB values from 0 to 255: this fits/).waitFor({ timeout: 60_000 });
  expect(await preprocessing.getByRole('alert').count()).toBe(0);
  expect(app.errors).toEqual([]);
  await app.close();
});
