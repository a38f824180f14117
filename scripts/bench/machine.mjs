import { cpus, loadavg, release, totalmem } from 'node:os';

/**
 * What the numbers were measured on.
 * @param {import('playwright-core').Browser} browser
 */
export function describeMachine(browser) {
  const cores = cpus();
  return {
    cpu: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()}`,
    browser: `Chromium ${browser.version()}`,
    node: process.version,
    /** Processes that wanted a core during the last minute; Windows always says 0. */
    load: loadavg()[0] ?? 0,
  };
}
