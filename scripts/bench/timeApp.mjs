import { withPage } from './withPage.mjs';

/**
 * What a newcomer waits for, in the built app, from an empty cache, in milliseconds.
 * @typedef {object} AppTimes
 * @property {number} opened from the request of the page to the first picture of any tile
 * @property {number[]} clicks from the click on a waiting tile to its first picture, one entry a click
 * @property {number} page from the first tile on the screen to the last of the page's 64 tiles being done
 * @property {number} tiles how many tiles that were
 * @property {number} layerFirst from the choice of a layer of the loaded network to the first picture of any of its
 *   tiles
 * @property {number} layerPage from that choice to the last of its page's tiles being done
 */

/** Tiles at the end of the queue: what they show within a second, they show because of the click. */
const clicked = [63, 55, 47];

/**
 * Resolves to the milliseconds from the click on a tile until it shows a picture.
 * @param {number} filter
 * @returns {Promise<number>}
 */
function clickAndWait(filter) {
  const tile = document.querySelector(`button[data-filter="${filter}"]`);
  if (!(tile instanceof HTMLElement)) throw new Error(`There is no tile ${filter}.`);
  if (tile.querySelector('canvas') !== null) throw new Error(`Tile ${filter} shows a picture before the click.`);
  const begun = performance.now();
  tile.click();
  return new Promise((resolve) => {
    const look = () => {
      const shown = document.querySelector(`button[data-filter="${filter}"] canvas`) !== null;
      if (shown) resolve(performance.now() - begun);
      else requestAnimationFrame(look);
    };
    look();
  });
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} url
 * @returns {Promise<Omit<AppTimes, 'layerFirst' | 'layerPage'>>}
 */
async function timePage(page, url) {
  const begun = performance.now();
  await page.goto(url);
  await page.waitForSelector('button[data-filter]');
  const gridShown = performance.now();
  await page.waitForSelector('button[data-filter] canvas');
  const opened = performance.now() - begun;
  /** @type {number[]} */
  const clicks = [];
  for (const filter of clicked) clicks.push(await page.evaluate(clickAndWait, filter));
  const settled = '[data-status="done"], [data-status="dead"], [data-status="failed"]';
  await page.waitForFunction(
    (selector) => {
      const tiles = [...document.querySelectorAll('button[data-filter]')];
      return tiles.length > 0 && tiles.every((tile) => tile.matches(selector));
    },
    settled,
    { timeout: 600_000, polling: 100 },
  );
  const tiles = await page.locator('button[data-filter]').count();
  return { opened, clicks, page: performance.now() - gridShown, tiles };
}

/**
 * Another layer is in view and at work; conv64_3 is chosen from the list.
 * @param {import('playwright-core').Page} page
 * @param {string} url
 * @returns {Promise<{ layerFirst: number, layerPage: number }>}
 */
async function timeLayer(page, url) {
  await page.goto(`${url}#network=dlib-resnet&layer=conv32_1`);
  await page.waitForSelector('button[data-filter] canvas');
  await page.getByLabel('Search layers').fill('conv64_3');
  await page.getByRole('option', { name: /^conv64_3 Add/ }).waitFor();
  await page.waitForTimeout(1000);
  return page.evaluate(async () => {
    const options = [...document.querySelectorAll('[role="option"]')];
    const row = options.find(({ textContent }) => textContent?.startsWith('conv64_3 Add'));
    if (!(row instanceof HTMLElement)) throw new Error('There is no layer conv64_3 to choose.');
    const begun = performance.now();
    row.click();
    const tilesNow = () => {
      const tiles = [...document.querySelectorAll('button[data-filter]')];
      return tiles.length === 64 ? tiles : [];
    };
    while (!tilesNow().some((tile) => tile.querySelector('canvas') !== null))
      await new Promise((resolve) => requestAnimationFrame(resolve));
    const layerFirst = performance.now() - begun;
    // From here on not at every frame, which would keep the page painting beside the workers.
    const ended = '[data-status="done"], [data-status="dead"], [data-status="failed"]';
    while (tilesNow().filter((tile) => tile.matches(ended)).length < 64)
      await new Promise((resolve) => setTimeout(resolve, 50));
    return { layerFirst, layerPage: performance.now() - begun };
  });
}

/** @param {number} milliseconds */
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;

/**
 * Times the real app with its default network and layer (dlib-resnet, conv64_3, preset Fovea), and prints the times.
 * @param {import('playwright-core').Browser} browser
 * @returns {Promise<AppTimes>}
 */
export function timeApp(browser) {
  return withPage(browser, 'vite.config.ts', async (page, url) => {
    const opening = await timePage(page, url);
    const times = { ...opening, ...(await withPage(browser, 'vite.config.ts', timeLayer)) };
    console.log('\nThe app, dlib-resnet conv64_3, preset Fovea, empty cache:');
    console.log(`  page opened to first picture        ${seconds(times.opened)}`);
    console.log(`  click on a tile to its first picture ${times.clicks.map(seconds).join(', ')}`);
    console.log(`  all ${times.tiles} tiles                        ${seconds(times.page)}`);
    console.log(`  layer chosen to its first picture   ${seconds(times.layerFirst)}`);
    console.log(`  layer chosen to all its tiles       ${seconds(times.layerPage)}`);
    return times;
  });
}
