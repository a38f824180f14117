import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type OpenApp, openApp } from './harness/openApp';
import { openBrowser } from './harness/openBrowser';
import { findViolationsLightAndDark } from './support/findViolations';

let browser: Browser;
let app: OpenApp | null = null;

beforeAll(async () => {
  browser = await openBrowser();
});

afterEach(async () => {
  await app?.close();
  app = null;
});

afterAll(() => browser.close());

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

/** Opens the page at a small layer and waits for its first picture; then pauses, so that nothing moves. */
async function openPaused(hash: string, context: NonNullable<Parameters<typeof openApp>[1]>['context'] = {}) {
  app = await openApp(browser, { hash, context });
  const { page } = app;
  await page.getByRole('button', { name: /^Filter 0, .*objective/ }).waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Resume' }).waitFor();
  return page;
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

test('two benches are never in view at once', async () => {
  app = await openApp(browser, { hash: '#bench=masks' });
  const { page } = app;
  await page.getByRole('heading', { level: 1, name: /a photo of a face/ }).waitFor();
  const seen = await page.evaluate(async () => {
    const counts: number[] = [];
    const benches: string[] = [];
    for (const key of ['2', '4', '5', '3']) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      for (let frame = 0; frame < 5; frame += 1) {
        await new Promise(requestAnimationFrame);
        counts.push(
          [...document.querySelectorAll('[role=tabpanel]')].filter((panel) => panel.checkVisibility()).length,
        );
      }
      benches.push(document.querySelector('[role=tab][aria-selected=true]')?.textContent ?? '');
    }
    return { counts, benches };
  });
  expect(seen.benches).toEqual(['Faces', 'People', 'Networks', 'Masks']);
  expect(Math.max(...seen.counts)).toBe(1);
});

test('at every width the header has room for the network’s name and nothing is cut', async () => {
  app = await openApp(browser, { hash: '#bench=masks' });
  const { page } = app;
  const picker = page.getByRole('combobox', { name: 'Network' });
  await picker.waitFor();
  for (const width of [1440, 1100, 1099, 1024, 960, 959, 844, 768, 720, 719, 390, 360]) {
    await page.setViewportSize({ width, height: 600 });
    expect((await picker.boundingBox())?.width, `${width} pixels`).toBeGreaterThan(140);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} pixels`).toBe(width);
  }
});

describe('axe-core finds nothing', () => {
  test('on a wide screen, light and dark', async () => {
    const page = await openPaused('#layer=conv32_1&filter=0', { viewport: { width: 1440, height: 900 } });
    await page.getByRole('heading', { name: 'Filter 0' }).waitFor();
    expect(await findViolationsLightAndDark(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Preset' }).click();
    await page.getByRole('option', { name: 'Lucid' }).waitFor();
    expect(await findViolationsLightAndDark(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Device/ }).click();
    await page.getByRole('dialog', { name: 'Device' }).waitFor();
    expect(await findViolationsLightAndDark(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^More/ }).click();
    await page.getByRole('menuitem', { name: /Save the grid/ }).waitFor();
    expect(await findViolationsLightAndDark(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /About the networks/ }).click();
    await page.getByRole('region', { name: 'Layers' }).waitFor();
    expect(await findViolationsLightAndDark(page)).toEqual([]);
  });

  test('on a phone, light and dark', async () => {
    const page = await openPaused('#layer=conv32_1', phone);
    expect(await findViolationsLightAndDark(page)).toEqual([]);
    for (const [tool, sheet] of [
      ['Layers', 'Layers'],
      ['Settings', 'Ascent settings'],
      [/^Filter 0,/, 'Filter 0'],
    ] as const) {
      await page.getByRole('button', { name: tool }).click();
      await page.getByRole('dialog', { name: sheet }).waitFor();
      expect(await findViolationsLightAndDark(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog', { name: sheet }).waitFor({ state: 'detached' });
    }
  });
});

describe('the keyboard alone', () => {
  test('finds a layer, walks the grid, opens and closes a filter, pauses', async () => {
    const page = await openPaused('#layer=conv32_1');
    // Escape empties the field, then leaves it: the next key is the page's own again.
    await page.keyboard.press('/');
    await page.keyboard.type('x');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
    await page.keyboard.type('conv64_2 add');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => heading(page).textContent()).toBe('conv64_2');
    await page.getByRole('button', { name: 'Pause' }).waitFor();

    for (let tabs = 0; tabs < 5 && !(await focusedText(page)).startsWith('Filter 0'); tabs += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await focusedText(page)).toContain('Filter 9');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Filter 9' }).waitFor();
    await page.keyboard.press('End');
    await page.getByRole('heading', { name: 'Filter 63' }).waitFor();
    await expect.poll(() => new URL(page.url()).hash).toContain('filter=63');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Filter 63' }).waitFor({ state: 'detached' });
    expect(await focusedText(page)).toContain('Filter 63');

    await page.keyboard.press('p');
    await page.getByRole('button', { name: 'Resume' }).waitFor();
    expect(await page.getByRole('progressbar', { name: 'Page of filters' }).getAttribute('aria-valuetext')).toContain(
      'paused',
    );
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  });

  test('turns the pages and keeps its place on the last one', async () => {
    const page = await openPaused('#layer=conv128_1');
    await page.getByRole('button', { name: 'Next filters' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Filter 127,/ }).waitFor();
    const next = page.getByRole('button', { name: 'Next filters' });
    expect(await next.getAttribute('aria-disabled')).toBe('true');
    expect(await next.evaluate((button) => button === document.activeElement)).toBe(true);
  });
});

describe('390 pixels wide', () => {
  test('nothing sticks out, pictures come first, and the inspector is a sheet', async () => {
    const page = await openPaused('#layer=conv32_1', phone);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overflow()).toBe(0);
    const grid = page.getByRole('list', { name: /Filters 0 to 31 of conv32_1/ });
    expect((await grid.boundingBox())?.y).toBeLessThan(200);
    expect((await page.getByRole('toolbar', { name: 'Tools' }).boundingBox())?.y).toBeGreaterThan(700);
    await page.getByRole('button', { name: /^Filter 0,/ }).click();
    const picture = page.getByRole('img', { name: /What excites filter 0/ });
    await picture.waitFor();
    expect((await picture.boundingBox())?.width).toBeGreaterThan(340);
    expect(await overflow()).toBe(0);
    await page.keyboard.press('Escape');
    await picture.waitFor({ state: 'detached' });
  });

  test('shows all benches and the whole name of the network', async () => {
    const page = await openPaused('#network=hse-mobilenet', phone);
    const network = page.getByRole('combobox', { name: 'Network' });
    await network.filter({ hasText: 'HSE-FaceRes MobileNet' }).waitFor();
    const cut = await network
      .locator('span')
      .first()
      .evaluate((name) => name.scrollWidth - name.clientWidth);
    expect(cut).toBeLessThanOrEqual(0);
    for (const tab of await page.getByRole('tab').all()) {
      const box = await tab.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
    }
    await page.getByRole('tab', { name: 'Networks' }).click();
    await page.getByRole('heading', { name: 'Networks' }).waitFor();
  });
});

test.each([1, 2, 2.5])('a tile has one canvas pixel for each device pixel at a ratio of %d', async (ratio) => {
  const page = await openPaused('#layer=conv32_1', { deviceScaleFactor: ratio });
  const sizes = await page.locator('button[data-filter="0"] canvas').evaluate((canvas: HTMLCanvasElement) => ({
    canvas: canvas.width,
    screen: canvas.getBoundingClientRect().width * window.devicePixelRatio,
  }));
  expect(Math.abs(sizes.canvas - sizes.screen)).toBeLessThan(1);
});
