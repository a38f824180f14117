import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { makeLargePhoto } from './makeLargePhoto.mjs';
import { median } from './median.mjs';
import { showAndTime } from './showAndTime.mjs';
import { withPage } from './withPage.mjs';

/**
 * What a photo waits for on the Faces bench, in milliseconds.
 * @typedef {object} FaceTimes
 * @property {number} photo from the drop to the photo on the screen with its faces found
 * @property {number} name from the drop to the name with its probability
 * @property {number} heat from the drop to the heat map
 * @property {number[]} longTasks tasks of the main thread that took 50 ms or longer meanwhile, the longest first
 */

const turns = 5;
const size = /** @type {const} */ ([4000, 3000]);

/** @param {number} number */
async function sample(number) {
  const url = new URL(`../../node_modules/@vladmandic/face-api/demo/sample${number}.jpg`, import.meta.url);
  return (await readFile(fileURLToPath(url))).toString('base64');
}

/** @param {number} milliseconds */
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;

/**
 * Drops photos of 12 megapixels on the built app's Faces bench (hse-mobilenet, Grad-CAM), once its networks are loaded
 * and its gallery is trained, and prints how long each takes to name and heat map.
 * @param {import('playwright-core').Browser} browser
 * @returns {Promise<FaceTimes[]>}
 */
export function timeFaces(browser) {
  return withPage(browser, 'vite.config.ts', async (page, url) => {
    await page.goto(`${url}#bench=faces&network=hse-mobilenet`);
    await page.evaluate(() => window.fovea.ready);
    const photos = [];
    for (const number of [3, 6]) photos.push(await page.evaluate(makeLargePhoto, { jpeg: await sample(number), size }));
    // The first one waits for networks, enrolment and training.
    await page.evaluate(showAndTime, photos[0] ?? '');
    /** @type {FaceTimes[]} */
    const times = [];
    for (let turn = 1; turn <= turns; turn += 1)
      times.push(await page.evaluate(showAndTime, photos[turn % photos.length] ?? ''));
    print(times);
    return times;
  });
}

/** @param {readonly FaceTimes[]} times */
function print(times) {
  const middle = (/** @type {'photo' | 'name' | 'heat'} */ what) => seconds(median(times.map((time) => time[what])));
  const longest = times.map(({ longTasks: [task = 0] }) => task);
  console.log(`\nA dropped photo of ${size.join(' × ')} pixels, hse-mobilenet, Grad-CAM; medians of ${times.length}:`);
  console.log(`  photo with its faces                ${middle('photo')}`);
  console.log(`  name                                ${middle('name')}`);
  console.log(`  heat map                            ${middle('heat')}`);
  console.log(
    `  longest task of the main thread     ${median(longest).toFixed(0)} ms (at most ${Math.max(...longest)} ms)`,
  );
}
