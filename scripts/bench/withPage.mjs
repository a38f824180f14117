import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../buildApp.mjs';
import { serveFolder } from '../serveFolder.mjs';

/**
 * Builds, serves and opens an empty page for `use`, and cleans up after it whatever happens.
 * @template Result
 * @param {import('playwright-core').Browser} browser
 * @param {string} config vite's configuration of what to build
 * @param {(page: import('playwright-core').Page, url: string) => Promise<Result>} use
 * @returns {Promise<Result>}
 */
export async function withPage(browser, config, use) {
  const folder = await mkdtemp(join(tmpdir(), 'fovea-bench-'));
  const cleanUp = [() => rm(folder, { recursive: true, force: true })];
  try {
    await buildApp(folder, config);
    const server = await serveFolder({ folder });
    cleanUp.unshift(server.close);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    cleanUp.unshift(() => context.close());
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(`The page failed: ${error.message}`));
    return await use(page, server.url);
  } finally {
    for (const step of cleanUp) await step();
  }
}
