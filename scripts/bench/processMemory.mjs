import { readFile } from 'node:fs/promises';

/**
 * What the largest renderer process, the page with all its workers, has in memory (its resident set, megabytes; null
 * where the system does not tell, as outside Linux), and the processor seconds that it has taken.
 * @param {import('playwright-core').Browser} browser
 * @returns {Promise<{ megabytes: number | null, seconds: number }>}
 */
export async function processMemory(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const sizes = await Promise.all(renderers.map(({ id }) => residentSet(id).catch(() => null)));
  const known = sizes.filter((size) => size !== null);
  return {
    megabytes: known.length === 0 ? null : Math.max(...known),
    seconds: Math.max(0, ...renderers.map(({ cpuTime }) => cpuTime)),
  };
}

/** @param {number} pid */
async function residentSet(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(status)?.[1];
  if (kilobytes === undefined) throw new Error(`Process ${pid} has no resident set.`);
  return Number(kilobytes) / 1024;
}
