import type { Page } from 'playwright-core';

/**
 * Drops files or folders of the disk into the middle of the page, as a file manager does: Chromium itself makes the
 * event and gives the page its entries.
 */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize() ?? { width: 800, height: 600 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await client.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data });
  await client.detach();
}
