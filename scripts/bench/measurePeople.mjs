import { printStudy, printTrainings } from './printPeople.mjs';
import { processMemory } from './processMemory.mjs';
import { tellShare } from './tellShare.mjs';
import { withPage } from './withPage.mjs';

/** Milliseconds between two looks at the memory. */
const lookEvery = 250;
/** Photos after which the memory should not grow any more. */
const early = 100;

/**
 * @typedef {import('../../tests/bench/people/runStudy').StudyReport} StudyReport
 * @typedef {object} Memory megabytes of the page's process, workers included; null where it cannot be told
 * @property {number | null} early the most until photo 100
 * @property {number | null} whole the most until the last photo
 */

/**
 * A study of many varied photos of the bundled faces, and what training on masks does to heads of the bundled faces; prints
 * docs/people.md's tables.
 * @param {import('playwright-core').Browser} browser
 * @param {number} photos
 */
export function measurePeople(browser, photos) {
  return withPage(browser, 'tests/bench/vite.config.ts', async (page, url) => {
    await page.exposeFunction('tellShare', tellShare);
    let done = 0;
    await page.exposeFunction('tellPhotos', (/** @type {number} */ count) => {
      done = count;
      tellShare(count / photos);
    });
    await page.goto(url);
    await page.evaluate((count) => window.prepareStudy(count), photos);
    /** @type {Memory} */
    const memory = { early: null, whole: null };
    const looking = setInterval(async () => {
      const now = await processMemory(browser);
      if (now === null) return;
      memory.whole = Math.max(memory.whole ?? 0, now);
      if (done <= early) memory.early = Math.max(memory.early ?? 0, now);
    }, lookEvery);
    const study = await page.evaluate(() => window.runStudy(window.tellPhotos)).finally(() => clearInterval(looking));
    if (process.stdout.isTTY) process.stdout.write('\r');
    printStudy(study, memory, Math.min(early, photos));
    const trainings = await page.evaluate(() => window.runTraining(window.tellShare));
    if (process.stdout.isTTY) process.stdout.write('\r');
    printTrainings(trainings);
    return { study, memory, trainings };
  });
}
