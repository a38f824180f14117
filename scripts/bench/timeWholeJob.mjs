import { readFile } from 'node:fs/promises';
import { withPage } from './withPage.mjs';

/**
 * The report's job (VGG16, conv4_3, 64 filters × 30 steps at 180×180) once to its end, with the memory it takes.
 * @param {import('playwright-core').Browser} browser
 */
export function timeWholeJob(browser) {
  return withPage(browser, 'tests/bench/vite.config.ts', async (page, url) => {
    await page.exposeFunction('reportDone', (/** @type {number} */ done) => {
      if (done % 16 === 0) console.log(`  ${done} of 64 filters`);
    });
    await page.goto(url);
    console.log('\nThe whole job: VGG16, random weights, conv4_3, 64 filters × 30 steps at 180×180');
    const job = await page.evaluate(() => window.runWholeJob(/** @type {any} */ (window).reportDone));
    const pageBytes = await mostOfAnyRenderer(browser);
    const mebibytes = (/** @type {number} */ bytes) => `${Math.round(bytes / 2 ** 20)} MiB`;
    console.log(`  ${(job.milliseconds / 1000).toFixed(1)} s, ${job.workers} workers; the report took 35 min 50 s`);
    console.log(`  WebAssembly memory of each worker: ${job.workerBytes.map(mebibytes).join(', ')}`);
    if (pageBytes !== null) console.log(`  Page with its workers, at most: ${mebibytes(pageBytes)}`);
    return { ...job, pageBytes };
  });
}

/**
 * Largest resident set so far of any renderer process: page and workers share one. Null where the system does not tell.
 * @param {import('playwright-core').Browser} browser
 */
async function mostOfAnyRenderer(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const peaks = await Promise.all(
    processInfo
      .filter(({ type }) => type === 'renderer')
      .map(async ({ id }) => {
        const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
        return 1024 * Number(/VmHWM:\s*(\d+) kB/.exec(status)?.[1] ?? Number.NaN);
      }),
  );
  const known = peaks.filter(Number.isFinite);
  return known.length === 0 ? null : Math.max(...known);
}
