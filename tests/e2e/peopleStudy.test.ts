/**
 * What a measured study is for: its photos on other benches, its masked photos, its repetition, its training, its tabs.
 */
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type OpenApp, openApp } from './harness/openApp';
import { openBrowser } from './harness/openBrowser';
import { dropFiles } from './support/dropFiles';
import { findViolations } from './support/findViolations';

const sample = (number: number) =>
  fileURLToPath(new URL(`../../node_modules/@vladmandic/face-api/demo/sample${number}.jpg`, import.meta.url));

/** Bundled photos, by group and person; those of one person show several, which a head learns all the same. */
const photos: readonly (readonly [path: string, sample: number])[] = [
  ['study/North/Anna/1.jpg', 1],
  ['study/North/Anna/2.jpg', 2],
  ['study/North/Bertil/3.jpg', 3],
  ['study/South/Bo/4.jpg', 4],
  ['study/South/Dan/5.jpg', 5],
  ['study/South/Dan/6.jpg', 6],
];
const names = photos.map(([path]) => path.slice(path.lastIndexOf('/') + 1));
/** Milliseconds: room for a machine that others work on, too. */
const patience = 120_000;

let browser: Browser;
let folder: string;
let app: OpenApp;

/** The bench with the study measured, and nobody in the gallery: there is no head to train first. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fovea-study-'));
  for (const [path, number] of photos) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await copyFile(sample(number), join(folder, path));
  }
  browser = await openBrowser();
  app = await openApp(browser, { hash: '#bench=people&network=hse-mobilenet' });
  const { page } = app;
  await page.evaluate(() => window.fovea.ready);
  await page.evaluate(() => window.fovea.gallery.clear());
  await addPhotos(page);
  await page.getByRole('button', { name: 'Measure them' }).click();
  await measured(page);
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

async function addPhotos(page: Page): Promise<void> {
  await dropFiles(page, [join(folder, 'study')]);
  await page.getByText(`${photos.length} photos to measure`).waitFor();
}

/** Waits until all are measured and nothing is under way. */
async function measured(page: Page): Promise<void> {
  const all = page.getByText(`${photos.length} of ${photos.length} photos measured`, { exact: true });
  await all.waitFor({ timeout: patience });
  await idle(page);
}

const idle = (page: Page) =>
  page.getByRole('button', { name: 'Stop', exact: true }).waitFor({ state: 'detached', timeout: patience });

const openBench = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();
const openTab = (page: Page, name: string) =>
  page.getByRole('tablist', { name: 'Study' }).getByRole('tab', { name }).click();
const rowOf = (page: Page, name: string) =>
  page
    .getByRole('grid', { name: 'Photos' })
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox', { name: `/${name}` }) });

/** Saves by a click, and gives the file's bytes. */
async function saved(page: Page, button: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const download = page.waitForEvent('download', { timeout: patience });
  await page.getByRole('button', { name: button }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('a click and Enter on a row open Faces with its photo, and a button Masks', async () => {
  const { page } = app;
  const shown = (name: string) =>
    page.getByRole('img', { name: `Photo ${name}`, exact: true }).waitFor({ timeout: patience });
  const bench = (name: string) => page.getByRole('tab', { name, exact: true, selected: true }).waitFor();
  await rowOf(page, '3.jpg').getByRole('rowheader').click();
  await bench('Faces');
  await shown('3.jpg');
  await page.getByRole('button', { name: 'Back to the study' }).click();
  await bench('People');
  await rowOf(page, '3.jpg').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await bench('Faces');
  await shown('4.jpg');
  // Back leads to the row, not to the top of the page.
  await page.goBack();
  await bench('People');
  const focused = () => page.evaluate(() => document.activeElement?.querySelector('th')?.getAttribute('title'));
  await expect.poll(focused).toBe('study/South/Bo/4.jpg');
  await page.keyboard.press('ArrowUp');
  await expect.poll(focused).toBe('study/North/Bertil/3.jpg');
  await rowOf(page, '6.jpg').getByRole('button', { name: 'Open 6.jpg on Masks' }).click();
  await bench('Masks');
  await page.getByRole('img', { name: 'What the network gets, in actual size' }).waitFor({ timeout: patience });
  expect(await page.getByRole('button', { name: 'Back to the study' }).count()).toBe(1);
  await openBench(page, 'Faces');
  await shown('6.jpg');
  await openBench(page, 'People');
});

test('the masked photos come as a zip: each once, by group and person, with the mask on it', async () => {
  const { page } = app;
  await openTab(page, 'With a mask');
  await page.getByRole('button', { name: 'Eye bar', exact: true }).click();
  await page.getByText(`${photos.length} photos measured under it`).waitFor({ timeout: patience });
  await idle(page);
  const map = page.getByRole('img', { name: 'North; hatched where the Eye bar lies' });
  await map.waitFor();
  await page.getByText('Hatched: Eye bar, where it lies on the mean face').waitFor();
  const progress = page.getByRole('progressbar', { name: 'Writing the masked photos' }).waitFor();
  const { name, bytes } = await saved(page, 'Save the masked photos');
  await progress;
  expect(name).toBe('fovea-Eye_bar-photos.zip');
  const files = unzipSync(bytes);
  const paths = photos.map(([path], i) => {
    const [, group, person] = path.split('/');
    return `${group}/${person}/0000${i + 1}-${i + 1}.jpg`;
  });
  expect(Object.keys(files).sort()).toEqual([...paths, 'index.csv'].sort());
  const index = new TextDecoder().decode(files['index.csv']).trim().split(/\r?\n/);
  expect(index.slice(1).map((line) => line.split(',')[0])).toEqual(paths);
  for (const path of paths) {
    const { width, height, eyes, mouth } = await look(page, files[path] as Uint8Array);
    expect([width, height]).toEqual([224, 224]);
    expect(eyes).toBeLessThan(12);
    expect(mouth).toBeGreaterThan(40);
  }
});

/** The brightest pixel of the bar between the eyes, and the mean one around the mouth, of an aligned face. */
function look(page: Page, jpeg: Uint8Array) {
  return page.evaluate(
    async (numbers) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(numbers)], { type: 'image/jpeg' }));
      const { width, height } = bitmap;
      const context = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(bitmap, 0, 0);
      const lumas = (left: number, top: number, right: number, bottom: number) => {
        const [x, y] = [Math.round(left * width), Math.round(top * height)];
        const { data } = context.getImageData(x, y, Math.round(right * width) - x, Math.round(bottom * height) - y);
        return Array.from({ length: data.length / 4 }, (_, i) => Math.max(...data.subarray(4 * i, 4 * i + 3)));
      };
      const below = lumas(0.35, 0.6, 0.65, 0.8);
      return {
        ...{ width, height, eyes: Math.max(...lumas(0.4, 0.27, 0.6, 0.29)) },
        mouth: below.reduce((sum, value) => sum + value, 0) / below.length,
      };
    },
    [...jpeg],
  );
}

test('training on masks is stopped, and runs to its end: tables of heads, changes and heat', async () => {
  const { page } = app;
  await openTab(page, 'Masked training');
  const persons = new Set(photos.map(([path]) => path.split('/').at(-2))).size;
  const whom = `Trained are the named persons of this study (${persons} persons, ${photos.length} photos).`;
  await page.getByText(`${whom} Photos are held out in turn.`).waitFor();
  await page.getByRole('button', { name: 'Train and compare' }).click();
  await page
    .getByText(/Embedding the photos|Training the identity heads|Trying the heads/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await idle(page);
  expect(await page.getByRole('table').count()).toBe(0);
  await page.getByRole('button', { name: 'Train and compare' }).click();
  const heads = page.getByRole('table', { name: 'Held-out photos' });
  await heads.waitFor({ timeout: patience });
  // Four views of all, of North and of South, by a head with and one without masked copies, and the two of fewer
  // persons.
  const rows = await heads.getByRole('row').allTextContents();
  for (const view of ['whole face', 'eyes and brows hidden', 'mouth and jaw hidden', 'nose and cheeks hidden'])
    expect(rows.filter((row) => row.startsWith(view)).length, view).toBeGreaterThanOrEqual(6);
  expect(rows.slice(1).every((row) => /\d %/.test(row))).toBe(true);
  await page.getByRole('table', { name: 'Changes' }).waitFor();
  await page.getByRole('table', { name: 'By head' }).waitFor();
  expect(await findViolations(page)).toEqual([]);
  await fitsLaptop(page, ['Held-out photos', 'Changes', 'By head', 'Change, in percentage points']);
});

/** On a laptop nothing of these tables has to be scrolled to, and no name in them is cut. */
async function fitsLaptop(page: Page, tables: readonly string[]): Promise<void> {
  const before = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const name of tables) {
    const region = page.getByRole('region', { name: `${name}: table` });
    expect(await region.evaluate((element) => element.scrollWidth - element.clientWidth), name).toBe(0);
    const cut = await region
      .getByRole('cell')
      .evaluateAll((cells) =>
        cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent),
      );
    expect(cut, name).toEqual([]);
  }
  await page.setViewportSize(before);
}

test('on a phone no tab is wider than the page; a wide table scrolls by itself, by keys, too, and shows that it does', async () => {
  const { page } = app;
  const before = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: 390, height: 844 });
  for (const tab of ['Photos', 'Groups', 'Differences', 'With a mask', 'Masked training']) {
    await openTab(page, tab);
    await page.getByRole('tab', { name: tab, selected: true }).waitFor();
    for (const folded of await page.getByRole('button', { name: /The groups under the mask|Spread/ }).all())
      await folded.click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), tab).toBe(390);
  }
  const table = page.getByRole('region', { name: 'By head: table' });
  await table.scrollIntoViewIfNeeded();
  const edges = async () => {
    const box = await table.boundingBox();
    if (box === null) throw new Error('The table is not in view.');
    const { x, width } = box;
    // It is taller than the screen: between what sticks at the top and at the bottom.
    const [top, bottom] = [Math.max(box.y, 300), Math.min(box.y + box.height, 500)];
    const strip = (left: number) => page.screenshot({ clip: { x: left, y: top, width: 4, height: bottom - top } });
    return [await brightness(page, await strip(x)), await brightness(page, await strip(x + width - 4))] as const;
  };
  const [left, right] = await edges();
  await table.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => table.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  await table.evaluate((element) => element.scrollTo({ left: element.scrollWidth, behavior: 'instant' }));
  await expect.poll(async () => (await edges())[1]).toBeGreaterThan(right + 4);
  expect((await edges())[0]).toBeLessThan(left - 4);
  await page.setViewportSize(before);
});

/** The lightest row of a picture, as the mean of its pixels: what stands there besides is darker. */
function brightness(page: Page, png: Buffer): Promise<number> {
  return page.evaluate(
    async (numbers) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(numbers)], { type: 'image/png' }));
      const { width, height } = bitmap;
      const context = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, width, height);
      const mean = (row: number) => {
        const green = data.subarray(4 * row * width, 4 * (row + 1) * width).filter((_, i) => i % 4 === 1);
        return green.reduce((sum, value) => sum + value, 0) / green.length;
      };
      return Math.max(...Array.from({ length: height }, (_, row) => mean(row)));
    },
    [...png],
  );
}

test('the report shows the mask, numbers on its charts and every part, without asking anybody for anything', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'Report', exact: true }).click();
  const { bytes } = await saved(page, 'Save the report');
  await page.keyboard.press('Escape');
  const path = join(folder, 'report.html');
  await writeFile(path, bytes);
  const context = await browser.newContext({ offline: true });
  const reader = await context.newPage();
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  await reader.goto(pathToFileURL(path).href);
  expect(asked.filter((url) => !/^(file|data):/.test(url))).toEqual([]);
  const mask = reader.getByRole('img', { name: 'Eye bar on the mean face: what is dark is hidden' });
  expect(await mask.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(200);
  const facts = await reader.locator('.beside dl').innerText();
  expect(facts).toMatch(/Filled with\s+black/);
  expect(facts).toMatch(
    /Hides\s+\d+\.\d % of the face’s pixels, the mean of 6 photos \(the least .* %, the most .* %\)/,
  );
  const charts = reader.getByRole('columnheader', { name: /^Chart, (per cent|percentage points)/ });
  expect(await charts.count()).toBeGreaterThanOrEqual(3);
  for (const chart of await charts.all()) expect(await chart.locator('svg text').count()).toBeGreaterThanOrEqual(2);
  for (const part of [
    'In short',
    'What this cannot show',
    'With a mask: Eye bar',
    'Training on masks',
    'Photo by photo',
  ])
    expect(await reader.getByRole('heading', { level: 2, name: part }).count(), part).toBe(1);
  await context.close();
});

test('a saved study is opened in a page without one, and gives the same figures of the same photos', async () => {
  const { page, errors } = app;
  const before = await figures(page);
  await page.getByRole('switch', { name: /Numbers in place of names/ }).click();
  const study = await saved(page, 'Save the study');
  await page.keyboard.press('Escape');
  const path = join(folder, 'saved.json');
  await writeFile(path, study.bytes);

  // While the study is there, the file is refused, also from the menu.
  await page.getByRole('button', { name: /^More/ }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: 'Open a study…' }).click();
  await (await chooser).setFiles(path);
  await page.getByText('Another study is open.').waitFor();
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('heading', { name: /Drop folders/ }).waitFor();

  await dropFiles(page, [path]);
  await page
    .getByText(`“saved.json” is open: its settings, and persons and groups of ${photos.length} photos`)
    .waitFor();
  await addPhotos(page);
  await page.getByRole('button', { name: 'Measure them' }).click();
  await measured(page);
  // The mask, too, is laid over them again.
  await openTab(page, 'With a mask');
  await page.getByText(`${photos.length} photos measured under it`).waitFor({ timeout: patience });
  await idle(page);
  expect(await figures(page)).toEqual(before);
  expect(errors).toEqual([]);
});

/** The photos' figures as they are saved, without the head, which has the time. */
async function figures(page: Page): Promise<readonly string[]> {
  await page.getByRole('button', { name: 'Report' }).click();
  const { bytes } = await saved(page, 'Save the photos’ figures');
  return bytes.toString('utf8').trim().split(/\r?\n/).sort();
}

test('of a long list only the rows in view are in the document', async () => {
  const files = Array.from({ length: 120 }, (_, i) => ({
    name: `${i}.jpg`,
    mimeType: 'image/jpeg',
    buffer: Buffer.from([i]),
  }));
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    const { page, close } = await openApp(browser, { hash: '#bench=people', context: { viewport } });
    await page.getByLabel('Photos of people').setInputFiles(files);
    const grid = page.getByRole('grid', { name: 'Photos' });
    const rows = grid.locator('tr[data-id]');
    await rows.first().waitFor();
    expect(await grid.getAttribute('aria-rowcount')).toBe('121');
    expect(await rows.count()).toBeLessThan(40);
    await rows.first().focus();
    await page.keyboard.press('End');
    await rows.filter({ hasText: '119.jpg' }).waitFor();
    expect(await rows.count()).toBeLessThan(40);
    await close();
  }
});

test('a person of the study goes into the gallery, by one photo, and all is measured again by it', async () => {
  const { page } = app;
  await page.keyboard.press('Escape');
  await openTab(page, 'Photos');
  await page.getByRole('button', { name: 'Persons', exact: true }).click();
  const offer = page.getByRole('button', { name: 'Add Anna to the gallery' });
  const dialog = page.getByRole('dialog', { name: 'Add to the gallery' });
  for (const leave of ['Escape', 'Cancel']) {
    await offer.click();
    if (leave === 'Escape') await dialog.press(leave);
    else await dialog.getByRole('button', { name: leave }).click();
    await dialog.waitFor({ state: 'detached' });
    // The button that was pressed is still there.
    await expect.poll(() => offer.evaluate((button) => document.activeElement === button)).toBe(true);
  }
  await offer.click();
  expect(await dialog.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Anna');
  await dialog.getByRole('button', { name: 'Both photos' }).waitFor();
  expect(await findViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('Anna is in the gallery, by 1 photo of this study.').waitFor();
  const people = await page.evaluate(() => window.fovea.gallery.list());
  expect(people).toMatchObject([{ name: 'Anna', group: 'North', photos: 1 }]);
  expect(await offer.count()).toBe(0);
  // It is gone: a row has the focus.
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role="row"], tr') !== null)).toBe(true);
  await page.getByRole('button', { name: 'Add Dan to the gallery' }).waitFor();
  const outdated = page.getByRole('region', { name: 'Changed since' });
  await outdated.getByText('or the gallery has changed since: all figures here are still those of before').waitFor();
  expect(await findViolations(page)).toEqual([]);
  await outdated.getByRole('button', { name: 'Measure again' }).click();
  const again = page.getByRole('alertdialog', { name: 'Measure all photos again?' });
  await again.getByRole('button', { name: 'Measure again' }).click();
  await page.getByRole('group', { name: 'What is listed' }).getByRole('button', { name: 'Photos' }).click();
  // The very photo that the gallery has, and no other one.
  await rowOf(page, '1.jpg').getByText('in the gallery').waitFor({ timeout: patience });
  await measured(page);
  expect(await page.getByText('in the gallery', { exact: true }).count()).toBe(1);
  await outdated.waitFor({ state: 'detached' });
  await page.evaluate(() => window.fovea.gallery.clear());
});

test('two tabs share one study: one has it, the other shows so, takes it over, and nothing is lost', async () => {
  const { page: first, errors } = app;
  await first.keyboard.press('Escape');
  const elsewhere = (page: Page) => page.getByRole('heading', { name: 'The study is open in another tab' });
  const goOn = (page: Page) => page.getByRole('button', { name: 'Go on here' }).click();
  const second = await first.context().newPage();
  second.on('pageerror', (error) => expect.soft(String(error)).toBe(''));
  await second.goto(`${inject('appUrl')}#bench=people&network=hse-mobilenet`);
  await elsewhere(second).waitFor();
  expect(await findViolations(second)).toEqual([]);
  await second.evaluate(() => window.fovea.ready);
  await goOn(second);
  await second.getByText(`${photos.length} of ${photos.length} photos measured`, { exact: true }).waitFor();
  await elsewhere(first).waitFor();

  // Taken back while the second measures: it stops, and what it did not measure waits.
  await second.getByRole('button', { name: 'How they are measured' }).click();
  await second.getByRole('combobox', { name: 'Method', exact: true }).click();
  // Takes a second a photo, so that it can be met on its way.
  await second.getByRole('option', { name: 'Integrated gradients' }).click();
  await second.getByRole('alertdialog', { name: `Measure ${photos.length} photos again?` }).waitFor();
  await second.getByRole('button', { name: 'Measure again' }).click();
  await second.getByText(new RegExp(`^[1-5] of ${photos.length} photos measured$`)).waitFor({ timeout: patience });
  await goOn(first);
  await elsewhere(second).waitFor();
  await first.getByText(/[1-6] of 6 photos are measured, [1-6] wait|Some photos are not measured/).waitFor();
  await first.getByRole('button', { name: 'Go on', exact: true }).click();
  await measured(first);
  await openTab(first, 'Photos');
  expect(names).toHaveLength(await first.getByRole('grid', { name: 'Photos' }).locator('tr[data-id]').count());

  // The tab that has it is closed: the other goes on by itself.
  await first.close();
  await second.getByText(`${photos.length} of ${photos.length} photos measured`, { exact: true }).waitFor();

  // A third deletes all local data: nothing is left to either.
  const third = await second.context().newPage();
  await third.goto(`${inject('appUrl')}#bench=people&network=hse-mobilenet`);
  await elsewhere(third).waitFor();
  await third.getByRole('button', { name: /^More/ }).click();
  await third.getByRole('menuitem', { name: /Delete local data/ }).click();
  await third.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  for (const page of [second, third]) await page.getByRole('heading', { name: /Drop folders/ }).waitFor();
  expect(errors).toEqual([]);
}, 300_000);
