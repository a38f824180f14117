/**
 * Processor seconds that the page's main thread has worked. The wall time of its tasks tells less: where workers take
 * every core, it holds the time that a task waits for one.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<() => Promise<number>>} since the page was opened
 */
export async function mainThreadTime(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const found = metrics.find(({ name }) => name === 'TaskDuration');
    if (found === undefined) throw new Error('Chromium does not tell the time of tasks.');
    return found.value;
  };
}
