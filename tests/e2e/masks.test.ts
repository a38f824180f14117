import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenApp, openApp } from './harness/openApp';
import { openBrowser } from './harness/openBrowser';
import { findViolations } from './support/findViolations';

/**
 * One page for all tests, in their order: the gallery is learned once, and one mask follows the other as a user's do.
 */
let browser: Browser;
let app: OpenApp;
let page: Page;

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };

beforeAll(async () => {
  browser = await openBrowser();
  app = await openApp(browser, { hash: '#bench=masks', context: { viewport: wide } });
  page = app.page;
});
afterAll(async () => {
  await app?.close();
  await browser?.close();
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const surface = () => button('Paint on the face');
const hiddenShare = () => page.getByText(/of the face is hidden/);
const face = () => page.getByRole('img', { name: 'What the network gets, in actual size' });
const title = () => page.getByRole('heading', { level: 1 });

/** Pixels of what the network gets that are black, as a share of all. */
const black = () =>
  face().evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas;
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    let count = 0;
    for (let i = 0; i < pixels.length; i += 4) if (!pixels[i] && !pixels[i + 1] && !pixels[i + 2]) count += 1;
    return count / (width * height);
  });

/** A place on the face, in shares of its width and height. */
async function at(x: number, y: number): Promise<[number, number]> {
  const box = await surface().boundingBox();
  if (box === null) throw new Error('There is no face to paint on.');
  return [box.x + x * box.width, box.y + y * box.height];
}

async function drag(from: readonly [number, number], to: readonly [number, number]) {
  await page.mouse.move(...(await at(...from)));
  await page.mouse.down();
  for (let i = 1; i <= 8; i += 1)
    await page.mouse.move(...(await at(from[0] + ((to[0] - from[0]) * i) / 8, from[1] + ((to[1] - from[1]) * i) / 8)));
  await page.mouse.up();
}

/** The probability of the first name under the mask, from the table of answers. */
async function firstProbability(): Promise<number> {
  const row = page.getByRole('region', { name: 'Answers before and after' }).getByRole('row').nth(1);
  const text = (await row.getByRole('cell').nth(1).textContent()) ?? '';
  return Number.parseFloat(text.replace(/[^\d.]/g, ''));
}

const clear = async () => {
  await button('Clear').click();
  await hiddenShare().waitFor({ state: 'detached' });
};

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
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

test('the address opens the bench, which invites; key 3 leads back to it, with the face on the Faces bench', async () => {
  await page.getByRole('heading', { level: 1, name: /a photo of a face/ }).waitFor();
  expect(await page.getByRole('tab', { name: 'Masks' }).getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('2');
  await button('Sample 1').click();
  await page.getByRole('img', { name: /with the Grad-CAM heat map of/ }).waitFor({ timeout: 120_000 });
  await page.keyboard.press('3');
  await page.getByRole('img', { name: /^Heat for .*, no mask/ }).waitFor();
  await expect.poll(() => new URL(page.url()).hash).toBe('#bench=masks&network=hse-mobilenet');
  expect(await page.title()).toBe('Masks · Fovea');
  expect(await title().textContent()).toMatch(/^Person \d+: \d+\.\d %$/);
});

test('on a phone, the face of a photo that is of no study begins right below the header', async () => {
  await page.setViewportSize(narrow);
  const header = await page.getByRole('banner').boundingBox();
  const pane = await page.getByRole('region', { name: 'Face and mask' }).boundingBox();
  expect(pane?.y).toBe((header?.y ?? 0) + (header?.height ?? 0));
  await page.setViewportSize(wide);
});

test('the mouse paints and is recognised and explained; undo and redo take it back and bring it again', async () => {
  expect(await black()).toBeLessThan(0.02);
  await drag([0.3, 0.33], [0.7, 0.33]);
  await page.getByRole('img', { name: /^Heat for .*, under the mask/ }).waitFor();
  await expect.poll(() => title().textContent()).toContain('→');
  const painted = await black();
  expect(painted).toBeGreaterThan(0.01);
  await page.keyboard.press('Control+z');
  await expect.poll(black).toBeLessThan(painted / 2);
  await expect.poll(() => title().textContent()).not.toContain('→');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(black).toBe(painted);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+y');
  await expect.poll(black).toBe(painted);
  await clear();
});

test.each([
  ['Rectangle', 0.4 * 0.2],
  ['Ellipse', 0.4 * 0.2 * (Math.PI / 4)],
])('a %s covers its area', async (tool, area) => {
  const before = await black();
  await button(tool).click();
  await drag([0.3, 0.4], [0.7, 0.6]);
  await expect.poll(black).toBeGreaterThan(area + before - 0.012);
  expect(await black()).toBeLessThan(area + before + 0.012);
  await button('Eraser').click();
  await drag([0.35, 0.5], [0.65, 0.5]);
  await expect.poll(black).toBeLessThan(area + before - 0.012);
  await clear();
});

test('a polygon takes corners by clicks, on a window of another width, too, closes on Enter and is dropped by Escape', async () => {
  const before = await black();
  await button('Polygon').click();
  const corners = [
    [0.3, 0.3],
    [0.7, 0.3],
    [0.7, 0.7],
  ] as const;
  for (const [x, y] of corners) await page.mouse.click(...(await at(x, y)));
  await page.keyboard.press('Escape');
  await expect.poll(black).toBeLessThan(before + 0.001);
  for (const [x, y] of corners.slice(0, 2)) await page.mouse.click(...(await at(x, y)));
  await page.setViewportSize(narrow);
  await page.getByRole('toolbar', { name: 'Tools' }).waitFor();
  await page.setViewportSize(wide);
  await page.getByRole('toolbar', { name: 'Tools' }).waitFor({ state: 'detached' });
  for (const [x, y] of corners.slice(2)) await page.mouse.click(...(await at(x, y)));
  await page.keyboard.press('Enter');
  await expect.poll(black).toBeGreaterThan(before + 0.065);
  expect(await black()).toBeLessThan(before + 0.09);
  await clear();
});

test('a finger paints; a second finger takes the stroke back', async () => {
  await button('Brush').click();
  const before = await black();
  const cdp = await page.context().newCDPSession(page);
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', ...places: (readonly [number, number])[]) => {
    const points = await Promise.all(places.map(([x, y]) => at(x, y)));
    await cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  };
  await touch('touchStart', [0.3, 0.7]);
  for (let i = 1; i <= 6; i += 1) await touch('touchMove', [0.3 + i * 0.06, 0.7]);
  await touch('touchEnd');
  await expect.poll(black).toBeGreaterThan(before + 0.01);
  const painted = await black();
  await touch('touchStart', [0.3, 0.2]);
  await touch('touchMove', [0.4, 0.2]);
  await touch('touchStart', [0.4, 0.2], [0.6, 0.5]);
  await touch('touchEnd');
  await expect.poll(black).toBe(painted);
  await clear();
});

test('a pen paints', async () => {
  const before = await black();
  await surface().evaluate((element) => {
    element.addEventListener('pointerdown', (event) => {
      element.setAttribute('data-pointer', (event as PointerEvent).pointerType);
    });
  });
  const cdp = await page.context().newCDPSession(page);
  const pen = async (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', place: readonly [number, number]) => {
    const [x, y] = await at(...place);
    const button = { button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: 1 } as const;
    await cdp.send('Input.dispatchMouseEvent', { type, x, y, ...button, pointerType: 'pen' });
  };
  await pen('mousePressed', [0.3, 0.6]);
  for (let i = 1; i <= 6; i += 1) await pen('mouseMoved', [0.3 + i * 0.06, 0.6]);
  await pen('mouseReleased', [0.66, 0.6]);
  await expect.poll(black).toBeGreaterThan(before + 0.01);
  expect(await surface().getAttribute('data-pointer')).toBe('pen');
  await clear();
});

test('the keyboard alone paints a dot, a line and a rectangle, and changes the brush', async () => {
  const before = await black();
  await surface().focus();
  await page.keyboard.press('ArrowLeft');
  await page.getByText('Crosshair: 49 % across, 50 % down', { exact: false }).waitFor();
  await page.keyboard.press(' ');
  await expect.poll(black).toBeGreaterThan(before + 0.001);
  const dot = await black();
  await page.keyboard.down(' ');
  for (let i = 0; i < 8; i += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.up(' ');
  await expect.poll(black).toBeGreaterThan(dot + 0.003);
  await page.keyboard.press('Control+z');
  await expect.poll(black).toBe(dot);

  const size = page.getByRole('slider', { name: 'Size' });
  const width = Number(await size.getAttribute('aria-valuenow'));
  await page.keyboard.press(']');
  await expect.poll(async () => Number(await size.getAttribute('aria-valuenow'))).toBeGreaterThan(width);
  await page.keyboard.press('[');

  await page.keyboard.press('Shift+Tab');
  await button('Rectangle').focus();
  await page.keyboard.press('Enter');
  await surface().focus();
  await page.keyboard.press(' ');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press(' ');
  await expect.poll(black).toBeGreaterThan(dot + 0.003);
  await clear();
});

test('the keyboard alone erases', async () => {
  const before = await black();
  const tool = async (name: string) => {
    await button(name).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => button(name).getAttribute('aria-pressed')).toBe('true');
    await surface().focus();
  };
  await tool('Rectangle');
  await page.keyboard.press(' ');
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(`Shift+${key}`);
  await page.keyboard.press(' ');
  await expect.poll(black).toBeGreaterThan(before + 0.006);
  const painted = await black();
  await tool('Eraser');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.down(' ');
  for (let i = 0; i < 8; i += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.up(' ');
  await expect.poll(black).toBeLessThan(painted - 0.002);
  await page.keyboard.press('Control+z');
  await expect.poll(black).toBe(painted);
  await tool('Brush');
  await clear();
});

test('another face fills what is hidden: its own pixels at the same place, others for other faces', async () => {
  const pixels = () =>
    face().evaluate((canvas: HTMLCanvasElement) => [
      ...(canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []),
    ]);
  const differing = (a: readonly number[], b: readonly number[]) =>
    a.filter((value, i) => value !== b[i]).length / (0.75 * a.length);
  const choose = async (field: string, option: string | RegExp) => {
    await page.getByRole('combobox', { name: field, exact: true }).click();
    await page.getByRole('option', { name: option }).click();
  };
  const [open, dark] = [await pixels(), await black()];
  await choose('Fill', /^Another face/);
  await button('Rectangle').click();
  await drag([0.3, 0.35], [0.7, 0.65]);
  await page.getByRole('img', { name: /^Heat for .*, under the mask/ }).waitFor();
  await expect.poll(async () => differing(await pixels(), open)).toBeGreaterThan(0.1);
  const first = await pixels();
  expect(differing(first, open)).toBeLessThan(0.13);
  expect(await black()).toBeLessThan(dark + 0.01);
  await choose('Face', 'Person 9');
  await expect.poll(async () => differing(await pixels(), first)).toBeGreaterThan(0.1);
  await choose('Fill', /^Black/);
  await button('Brush').click();
  await clear();
});

test('an eye bar lowers the probability, moves under the pointer and by arrow keys and grows; each is undone', async () => {
  await button('Eye bar').click();
  await page.getByRole('region', { name: 'Answers before and after' }).waitFor();
  const [, was = '0'] = /: ([\d.]+) % →/.exec((await title().textContent()) ?? '') ?? [];
  expect(await firstProbability()).toBeLessThan(Number(was) - 5);
  const bar = await black();
  const shares = page.getByRole('img', { name: 'The face under its mask' });
  await shares.waitFor();
  const rows = () =>
    face().evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      let [sum, count] = [0, 0];
      for (let i = 0; i < pixels.length; i += 4)
        if (!pixels[i] && !pixels[i + 1] && !pixels[i + 2]) {
          sum += Math.floor(i / 4 / width) / height;
          count += 1;
        }
      return sum / count;
    });
  const high = await rows();
  expect(await button('Move').getAttribute('aria-pressed')).toBe('true');
  await drag([0.5, 0.5], [0.5, 0.7]);
  await expect.poll(rows).toBeGreaterThan(high + 0.1);
  await page.keyboard.press('Control+z');
  await expect.poll(rows).toBeLessThan(high + 0.01);
  expect(await button('Eye bar').getAttribute('aria-pressed')).toBe('true');
  await button('Move eye bar').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('slider', { name: 'Shrink or grow' }).focus();
  await page.keyboard.press('End');
  await expect.poll(black).toBeGreaterThan(2.5 * bar);
  // The slider has the focus still.
  await page.keyboard.press('Control+z');
  await expect.poll(black).toBeLessThan(1.2 * bar);
  await page.keyboard.press('Control+y');
  await expect.poll(black).toBeGreaterThan(2.5 * bar);
  await page.getByText(/of the heat lies on the mask itself/).waitFor();
});

test('the full bench has no fault that axe-core finds, and no phone scrolls sideways', async () => {
  expect(await violationsEverywhere()).toEqual([]);
  await page.setViewportSize(narrow);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  await page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: 'Ready' }).click();
  await page.getByRole('dialog', { name: 'Ready-made masks' }).waitFor();
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.setViewportSize(wide);
});

test('the slider shows both maps over one face, and moves by keys', async () => {
  await button('Slider').click();
  const handle = page.getByRole('slider', { name: 'Before and after' });
  expect(await handle.getAttribute('aria-valuenow')).toBe('50');
  await handle.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => handle.getAttribute('aria-valuetext')).toBe('45 % before, 55 % after');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => handle.getAttribute('aria-valuetext')).toBe('55 % before, 45 % after');
  await button('Side by side').click();
});

test('the log keeps every mask, sorts, puts one back, and is saved as CSV', async () => {
  await page.getByRole('tab', { name: /^Log/ }).click();
  for (const name of ['Upper face', 'Nose', 'Mouth']) {
    await clear();
    await button(name).click();
    await button(new RegExp(`^Put back mask \\d+, ${name}`)).waitFor();
  }
  expect(await page.getByText(/HSE-FaceRes MobileNet, Grad-CAM, conv_pw_13_relu$/).count()).toBeGreaterThan(2);
  const names = async () => page.getByRole('region', { name: 'Masks tried' }).getByRole('rowheader').allTextContents();
  const head = page.getByRole('columnheader', { name: 'Hidden' });
  await head.getByRole('button').click();
  expect(await head.getAttribute('aria-sort')).toBe('ascending');
  const shares = () =>
    page
      .getByRole('region', { name: 'Masks tried' })
      .getByRole('table')
      .evaluate((table: HTMLTableElement) => {
        const column = [...(table.tHead?.rows[0]?.cells ?? [])].findIndex((cell) => cell.textContent === 'Hidden');
        // Each has a second line, on what it was made with.
        const rows = [...(table.tBodies[0]?.rows ?? [])].filter((row) => row.cells[0]?.tagName === 'TH');
        return rows.map((row) => Number(/([\d.]+) %/.exec(row.cells[column]?.textContent ?? '')?.[1]));
      });
  const rising = await shares();
  expect(rising.length).toBeGreaterThan(2);
  expect(rising).toEqual([...rising].sort((a, b) => a - b));
  await head.getByRole('button').click();
  expect(await shares()).toEqual(rising.reverse());

  const mouth = await black();
  await button(/^Put back mask \d+, Upper face/)
    .first()
    .click();
  await expect.poll(black).not.toBe(mouth);
  await button(/^Put back mask \d+, Mouth/)
    .first()
    .click();
  await expect.poll(black).toBe(mouth);

  // Its answer has come: the log has it.
  await expect.poll(() => page.locator('h1[aria-busy="true"]').count()).toBe(0);
  const [download] = await Promise.all([page.waitForEvent('download'), button('CSV').click()]);
  const lines = (await readFile(await download.path())).toString().trim().split('\r\n');
  expect(download.suggestedFilename()).toBe('fovea-masks.csv');
  expect(lines.length - 1).toBe((await names()).length);
  expect(lines[0]).toContain('share of the face covered');
});

test('a tab opens at its top, wherever the one before was scrolled to', async () => {
  const top = async (name: string | RegExp) => (await page.getByRole('heading', { name }).boundingBox())?.y ?? 0;
  const start = await top(/ tries$/);
  await page.getByRole('tab', { name: 'Before and after' }).click();
  await page.getByText(/of the heat lies on the mask itself/).scrollIntoViewIfNeeded();
  expect(await top('Heat before and after')).toBeLessThan(0);
  await page.getByRole('tab', { name: /^Log/ }).click();
  expect(await top(/ tries$/)).toBe(start);
});

test('the mask is saved as PNG, and opened or dropped it covers the same', async () => {
  const mouth = await black();
  const [download] = await Promise.all([page.waitForEvent('download'), button('Save mask').click()]);
  const bytes = await readFile(await download.path());
  const { width, height } = PNG.sync.read(bytes);
  expect([width, height]).toEqual([512, 512]);
  await clear();
  await page.getByLabel('Mask file').setInputFiles({ name: 'mask.png', mimeType: 'image/png', buffer: bytes });
  await expect.poll(async () => Math.abs((await black()) - mouth)).toBeLessThan(0.003);
  await clear();
  const dropped = await page.evaluateHandle((encoded) => {
    const data = new DataTransfer();
    const content = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    data.items.add(new File([content], 'any name.png', { type: 'image/png' }));
    return data;
  }, bytes.toString('base64'));
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
  await expect.poll(async () => Math.abs((await black()) - mouth)).toBeLessThan(0.003);
});

test('occlusion grows, is stopped, and is measured whole', async () => {
  await page.getByRole('tab', { name: 'What matters' }).click();
  await button('Occlusion sensitivity').click();
  const patches = async (patch: string, stride: string) => {
    for (const [name, value] of [
      ['Patch', patch],
      ['Stride', stride],
    ] as const) {
      await page.getByRole('textbox', { name }).fill(value);
      await page.keyboard.press('Enter');
    }
  };
  await patches('32', '8');
  await button('Measure occlusion').click();
  await page.getByRole('img', { name: /^Occlusion for Person/ }).waitFor();
  await button('Stop').click();
  await button('Measure occlusion').waitFor();
  await patches('56', '56');
  await page.getByText('16 patches').waitFor();
  await button('Measure occlusion').click();
  await page.getByRole('img', { name: /^Occlusion for Person \d+, 4 × 4 cells/ }).waitFor();
  await button('Measure occlusion').waitFor();
});

test('every region is measured beside its heat', async () => {
  await button('Occlusion sensitivity').click();
  await button('Measure the regions').click();
  const rows = page.getByRole('region', { name: 'Looked at or needed' }).getByRole('row');
  await button('Measure the regions').waitFor();
  expect(await rows.getByRole('rowheader').count()).toBe(8);
  // All but elsewhere have a mean over four fills with its spread.
  expect(await rows.filter({ hasText: '±' }).count()).toBe(7);
  await page.getByText(/Rank correlation of heat and drop/).waitFor();
});

test('RISE gives the same map for the same seed, and another one for another', async () => {
  await button('RISE').click();
  const map = page.getByRole('img', { name: /^RISE for Person/ });
  const measure = async (seed: string) => {
    for (const [name, value] of [
      ['Masks', '48'],
      ['Seed', seed],
    ] as const) {
      await page.getByRole('textbox', { name }).fill(value);
      await page.keyboard.press('Enter');
    }
    await button('Measure RISE').click();
    await button('Stop').waitFor();
    await button('Measure RISE').waitFor();
    await page.getByText(`48 masks, seed ${seed}`).waitFor();
    // The last map is painted a frame after it has come.
    await page.waitForTimeout(200);
    return map.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  };
  const five = await measure('5');
  expect(await measure('6')).not.toBe(five);
  expect(await measure('5')).toBe(five);
  await button('RISE').click();
});

test('one mask is laid over all faces of the photo and the gallery', async () => {
  await clear();
  await button('This mask on all faces').click();
  await page.getByText('Paint a mask first.').waitFor();
  await button('Upper face').click();
  await button('Apply to all').click();
  await button('Stop').waitFor();
  await button('Apply to all').waitFor();
  const rows = page.getByRole('region', { name: 'The mask on all faces' }).getByRole('row');
  const found = /changes for (\d+) of (\d+) faces: that is \d+ of 22 persons/.exec(
    (await page.getByText(/^The name changes for/).textContent()) ?? '',
  );
  const [changed, all] = [Number(found?.[1]), Number(found?.[2])];
  expect(await rows.count()).toBe(all + 1);
  // 22 people, and the faces of this photo.
  expect(all).toBeGreaterThan(22);
  expect(changed).toBeGreaterThan(all / 2);
  await button('This mask on all faces').click();
});

test('a mask that hides the face is searched, stopped, found, and changes the answer when it is taken', async () => {
  await clear();
  await button('What would hide this face?').click();
  await button('Search').click();
  await page.getByText(/Hiding regions/).waitFor();
  await page.keyboard.press('2');
  await page.keyboard.press('3');
  await page.getByText('Stopped: another bench was opened.').waitFor();
  await button('Search again').click();
  await page.getByText(/Search done/).waitFor({ timeout: 120_000 });
  await page.getByText(/^Applied afresh, /).waitFor();
  await page.getByText(/^dlib ResNet-29/).waitFor();
  await button('Take this mask').click();
  await expect.poll(() => title().textContent()).toMatch(/^(Now Person|Nobody is near enough now)/);
});

test('nothing went wrong in the page', () => {
  expect(app.errors).toEqual([]);
});
