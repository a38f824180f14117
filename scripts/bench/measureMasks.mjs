import { printMasks } from './printMasks.mjs';
import { tellShare } from './tellShare.mjs';
import { withPage } from './withPage.mjs';

/** @typedef {import('../../tests/bench/masks/runMasks').MasksReport} MasksReport */

/**
 * Enrols the faces of the sample photos, hides parts of each with the ready-made masks, recognises it again, and prints
 * docs/masks.md's tables.
 * @param {import('playwright-core').Browser} browser
 * @returns {Promise<MasksReport>}
 */
export function measureMasks(browser) {
  return withPage(browser, 'tests/bench/vite.config.ts', async (page, url) => {
    await page.exposeFunction('tellShare', tellShare);
    await page.goto(url);
    const report = await page.evaluate(() => window.runMasks(window.tellShare));
    if (process.stdout.isTTY) process.stdout.write('\r');
    printMasks(report);
    return report;
  });
}
