/** Networks of the user's own, kept on the device: reload, removal, two tabs, eviction, private windows. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openApp } from './harness/openApp';
import { openBrowser } from './harness/openBrowser';
import { addGolden, goldenMaps, goldenPicture } from './support/golden';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const ids = (page: Page) => page.evaluate(async () => (await window.fovea.networks()).map(({ id }) => id));

/** Opens the page anew, as a visitor of the next day does. */
async function reload(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${inject('appUrl')}#network=golden&layer=conv1_1`);
  await page.evaluate(() => window.fovea.ready);
}

/** Folders and their files in the origin's private file system. */
const onDisk = (page: Page) =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const networks = await root.getDirectoryHandle('networks', { create: true });
    const found: string[] = [];
    for await (const [folder, handle] of networks.entries()) {
      found.push(folder);
      if (handle.kind !== 'directory') continue;
      for await (const name of (handle as FileSystemDirectoryHandle).keys()) found.push(`${folder}/${name}`);
    }
    return found.sort();
  });

const logitsOf = (page: Page, picture: string) =>
  page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const blob = new Blob([bytes], { type: 'image/png' });
    const { scores } = await window.fovea.explain({ network: 'golden', picture: blob, crop: 'none' });
    return [...scores].sort((a, b) => a.index - b.index).map(({ logit }) => logit);
  }, picture);

test('a network that was added is there after a reload, gives the same answers, and is gone once it is removed', async () => {
  const app = await openApp(browser, { hash: '#layer=conv32_1' });
  const { page } = app;
  await page.evaluate(() => window.fovea.ready);
  expect(await addGolden(page)).toBe('golden');
  expect(await onDisk(page)).toHaveLength(3);
  await reload(page);
  expect(await ids(page)).toContain('golden');
  expect(page.url()).toContain('network=golden');
  const { logits } = await goldenMaps();
  const found = await logitsOf(page, await goldenPicture());
  for (const [i, logit] of logits.entries()) expect(found[i]).toBeCloseTo(logit, 3);

  await page.getByRole('button', { name: /About the networks/ }).click();
  await page.getByRole('button', { name: 'Remove golden' }).click();
  await page.waitForFunction(() => location.hash.includes('network=dlib-resnet'));
  await expect.poll(() => onDisk(page)).toEqual([]);
  await reload(page);
  expect(await ids(page)).not.toContain('golden');
  expect(app.errors).toEqual([]);
  await app.close();
});
