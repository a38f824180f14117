/**
 * Graph models that are no colour classifiers, in the built app: a grey one end to end, and detectors up to their
 * choice.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp } from './harness/openApp';
import { openBrowser } from './harness/openBrowser';
import { findViolations } from './support/findViolations';

const models = 'node_modules/@vladmandic/human/models';
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const emotions = ['angry', 'disgust', 'fear', 'happy', 'sad', 'surprise', 'neutral'];

async function bring(page: Page, name: string, more: { name: string; mimeType: string; buffer: Buffer }[] = []) {
  const input = page.getByLabel('Files of the network');
  const files = await Promise.all(
    ['json', 'bin'].map(async (ending) => ({
      name: `${name}.${ending}`,
      mimeType: 'application/octet-stream',
      buffer: await readFile(join(models, `${name}.${ending}`)),
    })),
  );
  await input.setInputFiles([...files, ...more]);
  await page.getByRole('heading', { name, level: 1 }).waitFor({ timeout: 60_000 });
}

test('a grey network: told, changed, maximised and explained in grey, by its labels', async () => {
  const app = await openApp(browser, { hash: '#bench=networks' });
  const { page } = app;
  await page.evaluate(() => window.fovea.ready);
  const labels = { name: 'emotions.txt', mimeType: 'text/plain', buffer: Buffer.from(emotions.join('\n')) };
  await bring(page, 'emotion', [labels]);
  const preprocessing = page.getByRole('region', { name: 'Preprocessing' });
  await preprocessing.getByText('Pixels 0–255 in grey, minus 127.5, divided by 127.5.').waitFor();
  await preprocessing.getByText(/because its layers are named as mini-Xception’s/).waitFor();
  await page.getByText('64 × 64, grey').waitFor();
  await page.getByText('classes: 7 names').waitFor();
  const table = preprocessing.getByRole('table', { name: /What the network gets/ });
  await table.waitFor({ timeout: 60_000 });
  expect(await table.getByRole('rowheader').allTextContents()).toEqual(['1, grey']);
  expect(await findViolations(page)).toEqual([]);

  await preprocessing.getByRole('button', { name: 'Change' }).click();
  expect(await page.getByLabel(/^Mean of/).count()).toBe(1);
  expect(await page.getByRole('combobox', { name: 'Channel order' }).count()).toBe(0);
  await page.getByRole('combobox', { name: 'Trained on' }).click();
  await page.getByRole('option', { name: 'Grey, 0 to 1' }).click();
  await page.getByRole('button', { name: 'Apply' }).click();
  // The form tells the same until the network is built anew.
  await page.getByRole('form', { name: 'Change the network' }).waitFor({ state: 'detached' });
  await preprocessing.getByText('Pixels 0–255 in grey, divided by 255.').waitFor();

  const pictures = await page.evaluate(async () => {
    const network = 'emotion';
    const isGrey = ({ data }: ImageData) => {
      let [grey, least, most] = [true, 255, 0];
      for (let i = 0; i < data.length; i += 4) {
        grey &&= data[i] === data[i + 1] && data[i] === data[i + 2];
        [least, most] = [Math.min(least, data[i] ?? 0), Math.max(most, data[i] ?? 0)];
      }
      return grey && most - least > 20;
    };
    const layer = (await window.fovea.layers(network)).find(({ kind }) => kind === 'Conv2D')?.name ?? '';
    const shown: Record<string, boolean> = {};
    for (const preset of ['fovea', 'seed-report', 'keras', 'lucid'] as const)
      for await (const { done, image } of window.fovea.ascend({
        network,
        layer,
        filters: [1],
        preset,
        size: 64,
        steps: 6,
      }))
        if (done) shown[preset] = isGrey(image);
    return shown;
  });
  expect(pictures).toEqual({ fovea: true, 'seed-report': true, keras: true, lucid: true });

  const answers = await page.evaluate(async () => {
    const paint = (colour: (x: number) => [number, number, number]) => {
      const rgba = new Uint8ClampedArray(64 * 64 * 4);
      for (let i = 0; i < 64 * 64; i++) rgba.set([...colour((i % 64) * 2), 255], i * 4);
      return new ImageData(rgba, 64, 64);
    };
    const ask = async (picture: ImageData) => {
      const { scores, map } = await window.fovea.explain({ network: 'emotion', picture, crop: 'none' });
      return { scores: scores.map(({ label, probability }) => ({ label, probability })), map: [...map.values] };
    };
    // Of one luma: 0.299 R = 0.587 G.
    const [red, grey] = [
      await ask(paint((x) => [x, 0, 0])),
      await ask(paint((x) => [0.299 * x, 0.299 * x, 0.299 * x])),
    ];
    return { red, grey };
  });
  expect(answers.red.scores.map(({ label }) => label).sort()).toEqual([...emotions].sort());
  expect(answers.red.map.some((value) => value !== 0)).toBe(true);
  for (const { label, probability } of answers.red.scores) {
    const other = answers.grey.scores.find((score) => score.label === label)?.probability;
    expect(probability).toBeCloseTo(other ?? Number.NaN, 2);
  }
  expect(app.errors).toEqual([]);
  await app.close();
});

test('a detector that chooses its answer is shown up to the choice, and that is told', async () => {
  const app = await openApp(browser, { hash: '#bench=networks' });
  const { page } = app;
  await page.evaluate(() => window.fovea.ready);
  await bring(page, 'movenet-lightning');
  await page.getByText(/Without Identity: .*\(ArgMax\) cannot be shown: it chooses among values/).waitFor();
  await page.getByText(/because its input takes whole numbers/).waitFor();
  await bring(page, 'handtrack');
  await page.getByText('320 × 320 × 3').first().waitFor();
  await page.getByText(/Without Identity.*Reshape_1 \(Reshape\)/).waitFor();
  expect(app.errors).toEqual([]);
  await app.close();
});
