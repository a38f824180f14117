import { withPage } from './withPage.mjs';

/**
 * What a newcomer waits for, in the built app, from an empty cache, in milliseconds.
 * @typedef {object} AppTimes
 * @property {number} opened from the request of the page to the first picture of any tile
 * @property {number[]} clicks from the click on a waiting tile to its first picture, one entry a click
 * @property {number} page from the first tile on the screen to the last of the page's 64 tiles being done
 * @property {number} tiles how many tiles that were
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
 * @returns {Promise<AppTimes>}
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

/** @param {number} milliseconds */
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;

/**
 * Times the real app with its default network and layer (dlib-resnet, conv64_3, preset Fovea), and prints the times.
 * @param {import('playwright-core').Browser} browser
 * @returns {Promise<AppTimes>}
 */
export function timeApp(browser) {
  return withPage(browser, 'vite.config.ts', async (page, url) => {
    const times = await timePage(page, url);
    console.log('\nThe app, dlib-resnet conv64_3, preset Fovea, empty cache:');
    console.log(`  page opened to first picture        ${seconds(times.opened)}`);
    console.log(`  click on a tile to its first picture ${times.clicks.map(seconds).join(', ')}`);
    console.log(`  all ${times.tiles} tiles                        ${seconds(times.page)}`);
    return times;
  });
}
