import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildApp } from '../buildApp.mjs';
import { chromiumArguments } from '../chromiumArguments.mjs';
import { ensureChromium } from '../ensureChromium.mjs';
import { serveFolder } from '../serveFolder.mjs';

/**
 * As `withPage`, in a browser of its own with a profile on the disk, as people have one: an incognito window's private
 * files lie in the browser's memory.
 * @template Result
 * @param {string} config vite's configuration of what to build
 * @param {(page: import('playwright-core').Page, url: string, process: number) => Promise<Result>} use `process`: the
 *   browser's main one
 * @returns {Promise<Result>}
 */
export async function withProfile(config, use) {
  const folder = await mkdtemp(join(tmpdir(), 'fovea-bench-'));
  const profile = await mkdtemp(join(tmpdir(), 'fovea-profile-'));
  const cleanUp = [folder, profile].map((path) => () => rm(path, { recursive: true, force: true }));
  try {
    await buildApp(folder, config);
    const server = await serveFolder({ folder });
    cleanUp.unshift(server.close);
    const options = {
      executablePath: ensureChromium(),
      args: chromiumArguments,
      viewport: { width: 1280, height: 800 },
    };
    const context = await chromium.launchPersistentContext(profile, options);
    cleanUp.unshift(() => context.close());
    const page = context.pages()[0] ?? (await context.newPage());
    page.on('pageerror', (error) => console.error(`The page failed: ${error.message}`));
    return await use(page, server.url, await mainProcess(profile));
  } finally {
    for (const step of cleanUp) await step();
  }
}

/** The browser that has this profile; 0 where the system does not tell. @param {string} profile */
async function mainProcess(profile) {
  for (const name of await readdir('/proc').catch(() => [])) {
    const command = /^\d+$/.test(name) ? await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '') : '';
    if (command.includes(`--user-data-dir=${profile}`) && !command.includes('--type=')) return Number(name);
  }
  return 0;
}
