import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type OpenApp, openApp } from './harness/openApp';
import { openBrowser } from './harness/openBrowser';
import { findViolationsLightAndDark } from './support/findViolations';

/** One page for all: what stands on it takes its time, and the tests tell one after the other what a person does. */
let browser: Browser;
let app: OpenApp;
let page: Page;

const require = createRequire(import.meta.url);
const samplePath = (number: number) => require.resolve(`@vladmandic/face-api/demo/sample${number}.jpg`);
const section = (title: string | RegExp) => page.getByRole('region', { name: title });
const explained = () => section('Who is it').getByRole('button', { pressed: true });
const regionCaption = () => section('Heat per region').getByText(/^Share of the/);

beforeAll(async () => {
  browser = await openBrowser();
  app = await openApp(browser, { hash: '#bench=faces', context: { viewport: { width: 1440, height: 900 } } });
  page = app.page;
  page.setDefaultTimeout(150_000);
  await page.getByRole('button', { name: 'Sample 1' }).first().click();
  await regionCaption().waitFor();
}, 180_000);

afterAll(async () => {
  await app?.close();
  await browser?.close();
});

describe('the face of a sample photo', () => {
  test('is named; a click on another answer makes it what the map explains', async () => {
    await expect.poll(() => explained().count()).toBe(1);
    expect(await explained().textContent()).toMatch(/^Person \d+explained.*%.*logit/);
    const others = section('Who is it').getByRole('listitem').getByRole('button', { pressed: false });
    const name = (await others.first().textContent())?.match(/^Person \d+/)?.[0] ?? '';
    await others.first().click();
    await expect.poll(() => regionCaption().textContent()).toContain(`for ${name}.`);
    expect(await explained().textContent()).toMatch(new RegExp(`^${name}explained`));
    // One unit stands for both: the map of each is of its own logit.
    for (const label of ['male', 'female']) {
      const row = section('Who is it').getByRole('button', { name: new RegExp(`^${label}`) });
      await row.click();
      await expect.poll(() => regionCaption().textContent()).toContain(`for ${label}.`);
      const logit = figureAt(await row.textContent(), /[−\d.]+$/);
      const score = figureAt(await page.getByText(`, for ${label} (`).textContent(), /\(([−\d.]+)\)/);
      expect(score).toBeCloseTo(logit, 1);
    }
  });

  test('shares its heat among the regions', async () => {
    const rows = section('Heat per region').getByRole('row');
    const shares = (await rows.allTextContents()).flatMap((text) => text.match(/([\d.]+) %/)?.[1] ?? []).map(Number);
    expect(shares).toHaveLength(8);
    // Eight shares, each rounded to a tenth of a percent.
    expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThan(0.45);
  });

  test('is checked by deletion, insertion and random weights', async () => {
    const trust = section(/trusted/);
    await trust.getByRole('button', { name: 'Delete and insert' }).click();
    for (const verb of ['Deleting', 'Inserting'])
      await trust
        .getByText(new RegExp(`^${verb}.* random order: area \\d\\.\\d\\d against \\d\\.\\d\\d\\.$`))
        .waitFor();
    expect(await trust.locator('.uplot').count()).toBe(2);
    await trust.getByRole('button', { name: 'Randomise the weights' }).click();
    await trust.getByText(/^With random weights down to/).waitFor();
    const steps = await trust.getByRole('listitem').allTextContents();
    expect(steps.length).toBeGreaterThan(5);
    expect(steps[0]).toContain('1.00');
  });

  test('has a table of maps; a click on one shows it, and the table stays', async () => {
    await page.getByRole('button', { name: 'Compare methods and layers' }).click();
    const sheet = page.getByRole('dialog', { name: 'Methods and layers' });
    const cell = sheet.getByRole('button', { name: /^HiResCAM at / });
    await cell.first().waitFor();
    const layer = (await cell.first().getAttribute('aria-label'))?.replace(/^HiResCAM at |: zero.*$/g, '') ?? '';
    await sheet.getByRole('button', { name: `Compute Score-CAM at ${layer}` }).click();
    await sheet
      .getByRole('button', { name: `Score-CAM at ${layer}` })
      .locator('canvas')
      .waitFor();
    await cell.first().click();
    await expect
      .poll(() => section('Heat per region').textContent(), { timeout: 30_000 })
      .toMatch(new RegExp(`HiResCAM at ${layer} for|zero everywhere|negative before`));
    await page.getByRole('button', { name: 'Compare methods and layers' }).click();
    expect(await sheet.getByRole('button', { name: /^Grad-CAM at / }).count()).toBeGreaterThan(1);
    await page.keyboard.press('Escape');
  });

  test('shows the filters behind its map, and one of them opens on the Filters bench', async () => {
    const drivers = section('From map to filters').getByRole('listitem').getByRole('button');
    await expect.poll(() => drivers.count()).toBe(10);
    await section('From map to filters').locator('[data-status="running"], [data-status="done"]').first().waitFor();
    const number = (await drivers.first().textContent())?.match(/Filter (\d+)/)?.[1] ?? '';
    await drivers.first().click();
    await page.getByRole('heading', { name: `Filter ${number}`, exact: true }).waitFor();
    await page.getByRole('tab', { name: 'Faces' }).click();
    await regionCaption().waitFor();
  });

  test('axe-core finds nothing on the bench and in its sheets, light and dark', async () => {
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Compare methods and layers' }).click();
    await page
      .getByRole('dialog', { name: 'Methods and layers' })
      .getByRole('button', { name: /^Grad-CAM at/ })
      .first()
      .waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'People' }).click();
    await gallery().getByRole('textbox', { name: 'Name of Person 1', exact: true }).waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
  });
});

const violations = () => findViolationsLightAndDark(page);
const gallery = () => page.getByRole('dialog', { name: 'People' });
const people = () => gallery().getByRole('list', { name: 'People' }).getByRole('listitem');

describe('the gallery', () => {
  test('renames in place, and gives back what was removed', async () => {
    await page.getByRole('button', { name: 'People' }).click();
    const field = gallery().getByRole('textbox', { name: 'Name of Person 1', exact: true });
    await field.fill('First of all');
    await field.press('Enter');
    await gallery().getByRole('textbox', { name: 'Name of First of all' }).waitFor();
    const before = await people().count();
    await gallery().getByRole('button', { name: 'Remove First of all' }).click();
    await expect.poll(() => people().count()).toBe(before - 1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => people().count()).toBe(before);
    expect(await people().first().getByRole('textbox').first().inputValue()).toBe('First of all');
  });

  test('is exported, emptied and imported', async () => {
    const before = await people().count();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      gallery().getByRole('button', { name: 'Export' }).click(),
    ]);
    const file = { name: 'gallery.jsonl', mimeType: 'application/jsonl', buffer: readFileSync(await download.path()) };
    await empty();
    await gallery().getByLabel('Gallery file').setInputFiles(file);
    await expect.poll(() => people().count()).toBe(before);
    await empty();
  });

  test('takes one photo of somebody away and gives it back; with the last one the person goes', async () => {
    await add('Cy', 1);
    await add('Cy', 2);
    await gallery().getByRole('button', { name: '2 photos of Cy' }).click();
    const photos = page.getByRole('dialog', { name: 'Photos of Cy' });
    await photos.getByRole('button', { name: 'Remove photo 1 of Cy' }).click();
    await gallery().getByRole('button', { name: '1 photo of Cy' }).waitFor();
    expect(await photos.getByRole('img', { includeHidden: true }).count()).toBe(1);
    const notice = page.getByRole('listitem').filter({ hasText: 'Removed a photo of Cy.' });
    await notice.getByRole('button', { name: 'Undo' }).click();
    await gallery().getByRole('button', { name: '2 photos of Cy' }).waitFor();
    const second = photos.getByRole('button', { name: 'Remove photo 2 of Cy' });
    // The list may close behind the click outside, in its own time.
    await expect
      .poll(
        async () => {
          if ((await photos.count()) === 0) await gallery().getByRole('button', { name: '2 photos of Cy' }).click();
          await page.waitForTimeout(500);
          return second.isVisible();
        },
        { timeout: 30_000 },
      )
      .toBe(true);
    // Only now: the offer to undo goes by itself, and this takes its time.
    expect(await violations()).toEqual([]);
    await second.click();
    await photos.getByText('Without this photo, Cy leaves the gallery.').waitFor();
    await photos.getByRole('button', { name: 'Remove photo 1 of Cy' }).click();
    await gallery().getByText('Nobody is here yet.').waitFor();
  });

  test('names somebody who was added from another crop of the photo', async () => {
    await add('Ada', 3);
    await add('Bea', 5);
    await page.keyboard.press('Escape');
    await gallery().waitFor({ state: 'detached' });
    await page
      .locator('input[type=file][accept*="image"]')
      .first()
      .setInputFiles(await anotherCrop(3));
    const first = section('Who is it').getByRole('listitem').first();
    await expect.poll(() => first.textContent(), { timeout: 60_000 }).toMatch(/^Ada/);
    expect(await page.getByText('another crop.jpg').count()).toBeGreaterThan(0);
    expect(Number((await first.textContent())?.match(/([\d.]+) %/)?.[1])).toBeGreaterThan(90);
  });
});

test('nothing of it all was asked of another origin, and nothing failed', () => {
  const { origin } = new URL(inject('appUrl'));
  const foreign = app.requests.filter(
    (address) => !/^(blob|data):/.test(address) && new URL(address).origin !== origin,
  );
  expect(app.requests.length).toBeGreaterThan(0);
  expect(foreign).toEqual([]);
  expect(app.errors).toEqual([]);
});

/** The number that the text has at this place, its minus a true one. */
function figureAt(text: string | null, place: RegExp): number {
  const found = text?.match(place);
  return Number((found?.[1] ?? found?.[0])?.replace('−', '-'));
}

async function empty(): Promise<void> {
  await gallery().getByRole('button', { name: 'Remove everybody' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await gallery().getByText('Nobody is here yet.').waitFor();
}

async function add(name: string, sample: number): Promise<void> {
  await gallery().getByLabel('Photos of one person').setInputFiles(samplePath(sample));
  await gallery().getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await gallery().getByRole('button', { name: 'Add', exact: true }).click();
  await gallery()
    .getByRole('textbox', { name: `Name of ${name}` })
    .waitFor();
}

/** A sample photo with its edges cut off, brighter, as a JPEG of quality 60. */
async function anotherCrop(sample: number) {
  const source = `data:image/jpeg;base64,${readFileSync(samplePath(sample)).toString('base64')}`;
  const address = await page.evaluate(async (url) => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth - 31;
    canvas.height = image.naturalHeight - 17;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('No canvas.');
    context.filter = 'brightness(1.15)';
    context.drawImage(image, -13, -11);
    return canvas.toDataURL('image/jpeg', 0.6);
  }, source);
  const buffer = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
  return { name: 'another crop.jpg', mimeType: 'image/jpeg', buffer };
}
