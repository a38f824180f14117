import { readFile } from 'node:fs/promises';

/**
 * Megabytes that the largest renderer process has in memory (its resident set): the page with all its workers. Null where
 * the system does not tell, as outside Linux.
 * @param {import('playwright-core').Browser} browser
 * @returns {Promise<number | null>}
 */
export async function processMemory(browser) {
  try {
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    const renderers = processInfo.filter(({ type }) => type === 'renderer');
    const sizes = await Promise.all(renderers.map(({ id }) => residentSet(id)));
    return sizes.length === 0 ? null : Math.max(...sizes);
  } catch {
    return null;
  }
}

/** @param {number} pid */
async function residentSet(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(status)?.[1];
  if (kilobytes === undefined) throw new Error(`Process ${pid} has no resident set.`);
  return Number(kilobytes) / 1024;
}
