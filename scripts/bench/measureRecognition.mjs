import { printRecognition } from './printRecognition.mjs';
import { tellShare } from './tellShare.mjs';
import { withPage } from './withPage.mjs';

/** @typedef {import('../../tests/bench/recognition/runRecognition').RecognitionReport} RecognitionReport */

/**
 * Enrols the faces of the sample photos, varies the photos, recognises each face again, and prints docs/faces.md's
 * tables.
 * @param {import('playwright-core').Browser} browser
 * @returns {Promise<RecognitionReport>}
 */
export function measureRecognition(browser) {
  return withPage(browser, 'tests/bench/vite.config.ts', async (page, url) => {
    await page.exposeFunction('tellShare', tellShare);
    await page.goto(url);
    const report = await page.evaluate(() => window.runRecognition(window.tellShare));
    if (process.stdout.isTTY) process.stdout.write('\r');
    printRecognition(report);
    return report;
  });
}
