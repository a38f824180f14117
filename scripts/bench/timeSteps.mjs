import { printRow } from './printTable.mjs';
import { withPage } from './withPage.mjs';

/** @typedef {import('../../tests/bench/job').Row} Row */
/** @typedef {import('../../tests/bench/job').BenchOptions} BenchOptions */

/**
 * Milliseconds an ascent step: Fovea's worker code and the plain tape, in turn, in the same browser.
 * @param {import('playwright-core').Browser} browser
 * @param {BenchOptions} options
 * @returns {Promise<{ renderer: string, rows: Row[] }>}
 */
export function timeSteps(browser, options) {
  return withPage(browser, 'tests/bench/vite.config.ts', async (page, url) => {
    /** @type {Row[]} */
    const rows = [];
    await page.exposeFunction('reportRow', (/** @type {Row} */ row) => {
      rows.push(row);
      printRow(row);
    });
    await page.goto(url);
    const renderer = await page.evaluate(
      (given) => window.runBench(given, /** @type {any} */ (window).reportRow),
      options,
    );
    return { renderer, rows };
  });
}
