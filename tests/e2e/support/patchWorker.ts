import type { Page } from 'playwright-core';

/** Runs a script at the top of every worker of the page, before anything of the worker's own main module. */
export async function patchWorker(page: Page, script: string): Promise<void> {
  await page.route(/\/assets\/[^/]*\.js$/, async (route) => {
    if (!/\/main-[^/]*\.js$/.test(route.request().url())) return route.fallback();
    const response = await route.fetch();
    await route.fulfill({ response, body: `${script}\n${await response.text()}` });
  });
}
