import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type OpenApp, openApp } from './harness/openApp';
import { openBrowser } from './harness/openBrowser';
import { findViolations } from './support/findViolations';

/**
 * One page for all tests, in their order: the gallery is learned once, and the photos follow each other as a user's do.
 */
let browser: Browser;
let app: OpenApp;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser(['--use-fake-device-for-media-stream']);
  app = await openApp(browser, { hash: '#layer=conv32_1', context: { viewport: wide, permissions: ['camera'] } });
  page = app.page;
});
afterAll(async () => {
  await app?.close();
  await browser?.close();
});

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };

const heatMap = (method: string, of = '') =>
  page.getByRole('img', { name: new RegExp(`with the ${method} heat map of ${of}`) });
const face = (number: number, of: number) =>
  page.getByRole('button', { name: new RegExp(`^Face ${number} of ${of},`) });
const pressed = (number: number, of: number) => face(number, of).getAttribute('aria-pressed');
const isOld = () => page.locator('[data-old="true"]').count();
const settled = () => expect.poll(isOld, { timeout: 60_000 }).toBe(0);

/** Chooses one of a list; the list scrolls to what it holds. */
async function choose(field: string, option: string | RegExp) {
  await page.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option }).click();
}

async function save(entry: RegExp): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: /^More/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: entry }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** What axe-core has against the page as it stands, wide and narrow, light and dark. */
async function violationsEverywhere(): Promise<string[]> {
  const found: string[] = [];
  for (const viewport of [wide, narrow])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(200);
      const violations = await findViolations(page);
      found.push(...violations.map((violation) => `${viewport.width} ${colorScheme}: ${violation}`));
    }
  await page.setViewportSize(wide);
  return found;
}

function png(width: number, height: number, colour: (x: number, y: number) => readonly number[]): Buffer {
  const picture = new PNG({ width, height });
  for (let i = 0; i < width * height; i += 1)
    picture.data.set([...colour(i % width, Math.floor(i / width)), 255], i * 4);
  return PNG.sync.write(picture);
}

test('key 2 opens the bench with its own network and stops the grid; key 1 leads back to the layer', async () => {
  await page.getByRole('button', { name: /^Filter 0, .*objective/ }).waitFor();
  await page.keyboard.press('2');
  await page.getByRole('heading', { level: 1, name: /a photo of a face/ }).waitFor();
  expect(await page.getByRole('tab', { name: 'Faces' }).getAttribute('aria-selected')).toBe('true');
  await expect.poll(() => new URL(page.url()).hash).toBe('#bench=faces&network=hse-mobilenet');
  expect(await page.title()).toBe('Faces · Fovea');

  await page.keyboard.press('1');
  await page.getByRole('heading', { level: 1, name: 'conv32_1' }).waitFor();
  await page.getByRole('button', { name: /^Filter 0, .*objective/ }).waitFor();
  await expect.poll(() => new URL(page.url()).hash).toContain('network=dlib-resnet&layer=conv32_1');
  await page.getByRole('tab', { name: 'Faces' }).click();
});

test('the empty bench has no fault that axe-core finds', async () => {
  expect(await violationsEverywhere()).toEqual([]);
});

test('a sample: its faces are found, the largest is chosen, and a heat map lies over it', async () => {
  await page.getByRole('button', { name: 'Sample 1' }).click();
  await heatMap('Grad-CAM').waitFor({ timeout: 120_000 });
  await expect.poll(() => face(1, 3).count()).toBe(1);
  expect([await pressed(1, 3), await pressed(2, 3), await pressed(3, 3)]).toEqual(['true', 'false', 'false']);
  await page.getByText('Grad-CAM at conv_pw_13_relu, 7 × 7').waitFor();
  await page.getByText(/gets the face above at 224 × 224, which is scaled to fit here\. Pixels 0–255 in RGB/).waitFor();
  // An age is told in years.
  expect(await page.getByRole('button', { name: /^\d\d years/ }).count()).toBe(3);

  const colours = () =>
    heatMap('Grad-CAM').evaluate((canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      let sum = 0;
      for (let i = 0; i < pixels.length; i += 400) sum += (pixels[i] ?? 0) * (i % 977);
      return sum;
    });
  const overlaid = await colours();
  await page.keyboard.down('o');
  await expect.poll(colours).not.toBe(overlaid);
  await page.keyboard.up('o');
  await expect.poll(colours).toBe(overlaid);
});

test('another layer and another method make other maps', async () => {
  await choose('Layer', /^conv_pw_11_relu/);
  await page.getByText('Grad-CAM at conv_pw_11_relu, 14 × 14').waitFor();
  await choose('Method', /^LayerCAM/);
  await heatMap('LayerCAM').waitFor();
  await page.getByRole('button', { name: 'About LayerCAM' }).click();
  const paper = page.getByRole('link', { name: /Jiang et al/ });
  expect(await paper.getAttribute('rel')).toContain('noopener');
  await page.keyboard.press('Escape');
});

test('arrow keys read value, region and cell', async () => {
  await settled();
  await page.getByRole('button', { name: /^Read the heat map/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByText(/row 8 of 14, column 9 of 14/).waitFor();
  await page.keyboard.press('ArrowUp');
  await page.getByText(/row 7 of 14, column 9 of 14/).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Point at the face').waitFor();
});

test('the map is saved raw, with its settings, and without pixels', async () => {
  const map = await save(/^Save the map/);
  expect(map.name).toBe('hse-mobilenet-layer-cam-conv_pw_11_relu.npy');
  expect(map.bytes.subarray(1, 6).toString()).toBe('NUMPY');
  expect(map.bytes.subarray(10, 128).toString()).toContain("'shape': (14, 14)");
  const values = Array.from({ length: 14 * 14 }, (_, i) => map.bytes.readFloatLE(128 + i * 4));
  expect(map.bytes.length).toBe(128 + values.length * 4);

  const all = await save(/^Save everything/);
  const text = all.bytes.toString();
  const content = JSON.parse(text);
  expect(content).toMatchObject({
    format: 'fovea-explanation',
    network: { id: 'hse-mobilenet' },
    method: { id: 'layer-cam' },
    layer: 'conv_pw_11_relu',
    target: { kind: 'identity' },
    map: { width: 14, height: 14 },
    crop: { part: 'face', size: [224, 224] },
  });
  expect(content.map.values).toEqual(values);
  expect(content.regions.reduce((sum: number, { share }: { share: number }) => sum + share, 0)).toBeCloseTo(1, 6);
  for (const word of ['rgba', 'embedding', 'references', 'weights', 'Sample']) expect(text).not.toContain(word);

  const picture = PNG.sync.read((await save(/^Save the face/)).bytes);
  expect(picture.width).toBeGreaterThanOrEqual(3 * 224);
  expect(picture.height).toBeGreaterThan(picture.width);
});

test('a click on another face looks at that one', async () => {
  const before = await page.getByRole('img', { name: /heat map of/ }).getAttribute('aria-label');
  await face(3, 3).click();
  expect(await pressed(3, 3)).toBe('true');
  await expect
    .poll(() => page.getByRole('img', { name: /heat map of/ }).getAttribute('aria-label'), { timeout: 60_000 })
    .not.toBe(before);
});

test('Back leads to the bench before and on again to the photo, and what is not checked leads to the checks', async () => {
  await settled();
  await page.getByRole('tab', { name: 'Filters' }).click();
  await page.getByRole('heading', { level: 1, name: 'conv32_1' }).waitFor();
  await page.goBack();
  await heatMap('LayerCAM').waitFor();
  expect(await pressed(3, 3)).toBe('true');
  await page.goForward();
  await page.getByRole('heading', { level: 1, name: 'conv32_1' }).waitFor();
  await expect.poll(() => new URL(page.url()).hash).toContain('network=dlib-resnet&layer=conv32_1');
  await page.goBack();
  await heatMap('LayerCAM').waitFor();

  await page.getByRole('button', { name: 'Not checked yet' }).click();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Can this map be trusted?',
  );
  await expect.poll(() => page.getByRole('button', { name: 'Delete and insert' }).isVisible()).toBe(true);
});

test('the full bench has no fault that axe-core finds', async () => {
  await settled();
  expect(await violationsEverywhere()).toEqual([]);
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await page.setViewportSize(narrow);
  expect(await overflow()).toBe(0);
  await page.setViewportSize(wide);
});

/** A PNG of a few bytes whose header says another size. */
function pngSaying(width: number, height: number): Buffer {
  const file = png(8, 8, () => [90, 90, 90]);
  file.writeUInt32BE(width, 16);
  file.writeUInt32BE(height, 20);
  file.writeInt32BE(crc32(file.subarray(12, 29)) | 0, 29);
  return file;
}

test.each([
  ['a text named .jpg', 'words.jpg', 'is text', Buffer.from('These are only words, whatever the name says.')],
  ['an empty file', 'empty.png', 'is empty', Buffer.alloc(0)],
  ['a truncated PNG', 'half.png', 'is cut off', png(64, 64, () => [90, 90, 90]).subarray(0, 90)],
  ['more than 100 megapixels', 'vast.png', '120 megapixels; the limit is 100 megapixels', pngSaying(12_000, 10_000)],
  ['HEIC outside Safari', 'phone.heic', 'HEIC', readFileSync('tests/fixtures/photos/photo.heic')],
])('%s: refused with the cause, and the photo stays with its map', async (_, name, cause, buffer) => {
  await page.getByLabel('Photo file').setInputFiles({ name, mimeType: 'image/jpeg', buffer });
  const problem = page.getByRole('alert').filter({ hasText: name });
  await problem.filter({ hasText: cause }).waitFor();
  expect(await face(3, 3).count()).toBe(1);
  expect(await heatMap('LayerCAM').count()).toBe(1);
  await page.getByRole('button', { name: 'Close the message' }).click();
  await problem.waitFor({ state: 'detached' });
});

test('without a face, a box by keyboard or the whole picture is looked at', async () => {
  const buffer = png(240, 160, (x, y) => [x, y, 128]);
  await page.getByLabel('Photo file').setInputFiles({ name: 'gradient.png', mimeType: 'image/png', buffer });
  await page.getByText('No face was found.').waitFor({ timeout: 60_000 });
  expect(await heatMap('LayerCAM').count()).toBe(0);
  await page.getByRole('button', { name: 'Whole picture' }).click();
  await heatMap('LayerCAM').waitFor({ timeout: 60_000 });

  await page.getByRole('button', { name: 'Draw a box' }).click();
  const box = page.getByRole('button', { name: /^Box: 33 by 50 percent/ });
  await box.waitFor();
  await page.keyboard.press('Shift+ArrowRight');
  await page.getByRole('button', { name: /^Box: 35 by 50 percent/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('your box').waitFor();
  await expect
    .poll(async () => JSON.parse((await save(/^Save everything/)).bytes.toString()).crop.part, { timeout: 60_000 })
    .toBe('box');

  await page.getByRole('button', { name: 'Draw a box' }).click();
  await box.waitFor();
  await page.getByRole('button', { name: 'Whole picture' }).focus();
  await page.keyboard.press('Escape');
  await box.waitFor({ state: 'detached' });
});

test('a photo dropped on Filters, and one pasted there, opens on Faces', async () => {
  const sample = await page.getByRole('button', { name: 'Sample 2' }).locator('img').getAttribute('src');
  const bring = (kind: 'drop' | 'paste', name: string) =>
    page.evaluate(
      async ({ how, address, as }) => {
        const blob = await (await fetch(address)).blob();
        const data = new DataTransfer();
        data.items.add(new File([blob], as, { type: blob.type }));
        const target = document.querySelector('main') ?? document.body;
        const options = { bubbles: true, cancelable: true };
        if (how === 'paste') target.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: data }));
        else
          for (const step of ['dragenter', 'dragover', 'drop'])
            target.dispatchEvent(new DragEvent(step, { ...options, dataTransfer: data }));
      },
      { how: kind, address: sample ?? '', as: name },
    );
  for (const kind of ['drop', 'paste'] as const) {
    await page.getByRole('tab', { name: 'Filters' }).click();
    await page.getByRole('heading', { level: 1, name: 'conv32_1' }).waitFor();
    await bring(kind, `${kind}.jpg`);
    await page.getByRole('img', { name: `Photo ${kind}.jpg` }).waitFor({ timeout: 60_000 });
    expect(await page.getByRole('tab', { name: 'Faces' }).getAttribute('aria-selected')).toBe('true');
  }
  await heatMap('LayerCAM').waitFor({ timeout: 60_000 });
});

test('the camera runs from its start to its stop, and a photo of it is looked at', async () => {
  await page.getByRole('button', { name: 'Camera' }).click();
  const video = page.getByLabel('What the camera sees');
  const running = () => video.evaluate((element: HTMLVideoElement) => element.srcObject !== null);
  expect(await running()).toBe(false);
  await page.getByRole('button', { name: 'Start the camera' }).click();
  await page.getByRole('button', { name: 'Stop the camera' }).click();
  await page.getByText('The camera is off').waitFor();
  expect(await running()).toBe(false);
  await page.getByRole('button', { name: 'Start the camera' }).click();
  await page.getByRole('button', { name: 'Take photo' }).click();
  await page.getByRole('img', { name: 'Photo camera' }).waitFor({ timeout: 60_000 });
  expect(await page.getByRole('dialog', { name: 'Camera' }).count()).toBe(0);
});

test('while files are dragged over the page it says where to let go', async () => {
  const drag = (step: string) =>
    page.evaluate((type) => {
      const data = new DataTransfer();
      data.items.add(new File(['x'], 'a.jpg'));
      document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
    }, step);
  await drag('dragover');
  await page.getByText('Drop the photo', { exact: true }).waitFor();
  await drag('dragleave');
  await page.getByText('Drop the photo', { exact: true }).waitFor({ state: 'detached' });
});

test('nothing of it is in the address, nothing was asked of another origin, nothing failed', () => {
  expect(new URL(page.url()).hash).toBe('#bench=faces&network=hse-mobilenet');
  const { origin } = new URL(inject('appUrl'));
  const foreign = app.requests.filter(
    (address) => !/^(blob|data):/.test(address) && new URL(address).origin !== origin,
  );
  expect(foreign).toEqual([]);
  expect(app.errors).toEqual([]);
});
