import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { armStrokeClock } from './armStrokeClock.mjs';
import { median } from './median.mjs';
import { withPage } from './withPage.mjs';

/** Strokes that are timed, after two that are not: the first waits for code to be compiled. */
const strokes = 24;
const warmUp = 2;
/** Mouse events of a stroke, one a frame of 60 Hz. */
const steps = 12;

/** @param {number} number */
async function sample(number) {
  const url = new URL(`../../node_modules/@vladmandic/face-api/demo/sample${number}.jpg`, import.meta.url);
  return { name: 'sample.jpg', mimeType: 'image/jpeg', buffer: await readFile(fileURLToPath(url)) };
}

/**
 * Where stroke `i` begins and ends, in shares of the face: lines of all directions, all over it.
 * @param {number} i
 */
function ends(i) {
  const [angle, radius] = [i * 2.4, 0.08 + 0.012 * (i % 12)];
  const [x, y] = [0.5 + radius * Math.cos(angle), 0.5 + radius * Math.sin(angle)];
  const [dx, dy] = [0.14 * Math.cos(angle * 1.7), 0.14 * Math.sin(angle * 1.7)];
  return /** @type {const} */ ([
    [x - dx, y - dy],
    [x + dx, y + dy],
  ]);
}

/**
 * Paints one stroke with the mouse and takes it back; resolves to the milliseconds from letting go to name and map.
 * @param {import('playwright-core').Page} page
 * @param {number} i
 * @returns {Promise<number>}
 */
async function timeStroke(page, i) {
  const box = await page.getByRole('button', { name: 'Paint on the face' }).boundingBox();
  if (box === null) throw new Error('There is no face to paint on.');
  const [from, to] = ends(i);
  const at = (/** @type {number} */ share) =>
    /** @type {const} */ ([
      box.x + box.width * (from[0] + (to[0] - from[0]) * share),
      box.y + box.height * (from[1] + (to[1] - from[1]) * share),
    ]);
  await page.mouse.move(...at(0));
  const clock = await page.evaluateHandle(armStrokeClock);
  await page.mouse.down();
  for (let step = 1; step <= steps; step += 1) {
    await page.mouse.move(...at(step / steps));
    await new Promise((resolve) => setTimeout(resolve, 16));
  }
  await page.mouse.up();
  const taken = await clock.evaluate(({ answered }) => answered);
  await page.keyboard.press('Control+z');
  await page.getByText(/of the face is hidden/).waitFor({ state: 'detached' });
  return taken;
}

/**
 * Paints on a face on the built app's Masks bench (hse-mobilenet, Grad-CAM) by real mouse events, and prints how long
 * the new name and map take from the end of a stroke.
 * @param {import('playwright-core').Browser} browser
 * @returns {Promise<number[]>} milliseconds
 */
export function timeStrokes(browser) {
  return withPage(browser, 'vite.config.ts', async (page, url) => {
    await page.goto(`${url}#bench=faces&network=hse-mobilenet`);
    await page.evaluate(() => window.fovea.ready);
    await page
      .getByLabel('Photo file')
      .first()
      .setInputFiles(await sample(1));
    await page.getByRole('img', { name: /with the Grad-CAM heat map of/ }).waitFor({ timeout: 120_000 });
    await page.keyboard.press('3');
    await page.getByRole('img', { name: /^Heat for .*, no mask/ }).waitFor();
    /** @type {number[]} */
    const times = [];
    for (let i = -warmUp; i < strokes; i += 1) {
      const taken = await timeStroke(page, i);
      if (i >= 0) times.push(taken);
    }
    print(times);
    return times;
  });
}

/** @param {readonly number[]} times */
function print(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const [middle, high, most] = [median(times), sorted[Math.ceil(0.95 * sorted.length) - 1] ?? 0, sorted.at(-1) ?? 0];
  console.log(`\nThe end of a stroke to the new name and map, hse-mobilenet, Grad-CAM; ${times.length} strokes:`);
  console.log(`  median ${middle.toFixed(0)} ms, 95 % within ${high.toFixed(0)} ms, at most ${most.toFixed(0)} ms`);
}
