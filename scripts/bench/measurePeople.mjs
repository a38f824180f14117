import { mainThreadTime } from './mainThreadTime.mjs';
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
 * @typedef {object} Usage of the page's process, workers included; megabytes are null where they cannot be told
 * @property {number | null} early the most megabytes until photo 100
 * @property {number | null} whole the most megabytes until the last photo
 * @property {number} seconds of a processor
 * @property {{ photos: number, seconds: number }[]} main how many photos were done when the page's main thread had
 *   worked that long: seconds of a processor
 */

/**
 * A study of many varied photos of the bundled faces with the People bench on screen, and what training on masks does
 * to heads of the bundled faces; prints docs/people.md's tables.
 * @param {import('playwright-core').Browser} browser
 * @param {number} photos 0: only the trainings
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
    const study = photos > 0 ? await measureStudy(browser, page, photos, () => done) : null;
    const trainings = await page.evaluate(() => window.runTraining(window.tellShare));
    if (process.stdout.isTTY) process.stdout.write('\r');
    printTrainings(trainings);
    return { study, trainings };
  });
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').Page} page
 * @param {number} photos
 * @param {() => number} done how many photos are done
 */
async function measureStudy(browser, page, photos, done) {
  await page.evaluate((count) => window.prepareStudy(count), photos);
  /** @type {Usage} */
  const usage = { early: null, whole: null, seconds: 0, main: [] };
  const mainThread = await mainThreadTime(page);
  const look = async () => {
    usage.main.push({ photos: done(), seconds: await mainThread() });
    const { megabytes, seconds } = await processMemory(browser);
    usage.whole = largest(usage.whole, megabytes);
    if (done() <= early) usage.early = largest(usage.early, megabytes);
    return seconds;
  };
  const begun = await look();
  // A look that falls into the page's end is in vain.
  const looking = setInterval(() => void look().catch(() => {}), lookEvery);
  const study = await page.evaluate(() => window.runStudy(window.tellPhotos)).finally(() => clearInterval(looking));
  usage.seconds = (await look()) - begun;
  if (process.stdout.isTTY) process.stdout.write('\r');
  printStudy(study, usage, Math.min(early, photos));
  return { ...study, usage };
}

/** @param {number | null} a @param {number | null} b */
const largest = (a, b) => (a === null ? b : b === null ? a : Math.max(a, b));
