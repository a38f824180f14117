/** Networks of the user's own, kept on the device: reload, removal, two tabs, eviction, private windows. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type OpenApp, openApp, soonDone } from './harness/openApp';
import { openBrowser } from './harness/openBrowser';
import { addGolden, goldenMaps, goldenPicture } from './support/golden';
import { leaveRemoved } from './support/leaveRemoved';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const ids = (page: Page) => page.evaluate(async () => (await window.fovea.networks()).map(({ id }) => id));

/** Opens the page anew, as a visitor of the next day does. */
async function reload(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${inject('appUrl')}#network=golden&layer=conv1_1&size=32&steps=1`);
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
  const app = await openApp(browser, { hash: soonDone });
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

  await page.getByRole('tab', { name: 'Networks' }).click();
  await page.getByRole('button', { name: 'Remove golden' }).click();
  await leaveRemoved(page);
  await page.waitForFunction(() => location.hash.includes('network=dlib-resnet'));
  await expect.poll(() => onDisk(page)).toEqual([]);
  await reload(page);
  expect(await ids(page)).not.toContain('golden');
  expect(app.errors).toEqual([]);
  await app.close();
});

test('the list tells of a kept network before it is read again', async () => {
  const app = await openApp(browser, { hash: soonDone });
  const { page } = app;
  await page.evaluate(() => window.fovea.ready);
  await addGolden(page);
  await page.goto('about:blank');
  await page.goto(`${inject('appUrl')}#bench=networks&network=dlib-resnet`);
  const row = page.getByRole('listitem').filter({ hasText: 'your own' });
  await row.waitFor();
  const text = await row.textContent();
  expect(text).toMatch(/27,846 parameters, input 64 × 64, 1\d\d\skB/);
  expect(text).toContain('Pixels 0–255 in RGB order');
  expect(text).toContain('TensorFlow.js model · model.json');
  await app.close();
});

/** A second tab of the same browser. */
async function openTab({ page }: OpenApp): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto(`${inject('appUrl')}#network=golden&layer=conv1_1`);
  await tab.evaluate(() => window.fovea.ready);
  return tab;
}

test('two tabs: added in one it is in the other, removed there it is gone here with a notice, and nothing hangs', async () => {
  const app = await openApp(browser, { hash: '#layer=conv32_1' });
  const { page } = app;
  await page.evaluate(() => window.fovea.ready);
  await addGolden(page);
  const tab = await openTab(app);
  await expect.poll(() => ids(tab)).toContain('golden');
  await addGolden(tab, 'second');
  await expect.poll(() => ids(page)).toContain('second');

  // In use here: what works on it ends, and the next question gets an answer that says why there is none.
  await page.evaluate(() => {
    location.hash = '#network=second&layer=conv2_1';
  });
  await page.waitForFunction(() => document.querySelector('button[data-filter] canvas') !== null);
  await tab.getByRole('tab', { name: 'Networks' }).click();
  await tab.evaluate(() => {
    location.hash = '#bench=networks&network=second';
  });
  await tab.getByRole('button', { name: 'Remove second' }).click();
  await page.getByText('“second” was removed in another tab.').waitFor();
  await page.waitForFunction(() => !location.hash.includes('network=second'));
  const refusal = await page.evaluate(() => window.fovea.layers('second').catch((error: Error) => error.message));
  expect(refusal).toBe('There is no network “second” here.');
  expect(await ids(page)).toContain('golden');
  expect(app.errors).toEqual([]);
  await app.close();
});

test('files that the browser has deleted are told of, and the network is off the list', async () => {
  const app = await openApp(browser, { hash: soonDone });
  const { page } = app;
  await page.evaluate(() => window.fovea.ready);
  await addGolden(page);
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry('networks', { recursive: true });
  });
  await page.goto('about:blank');
  await page.goto(inject('appUrl'));
  await page
    .getByText('The files of your network “golden” are no longer on this device: it is off the list.')
    .waitFor();
  expect(await ids(page)).not.toContain('golden');
  // It is told once.
  await page.goto('about:blank');
  await page.goto(inject('appUrl'));
  await page.evaluate(() => window.fovea.ready);
  expect(await page.getByText('no longer on this device').count()).toBe(0);
  await app.close();
});

test('where the browser lends no disk, the network works all the same, and a notice tells how long', async () => {
  const app = await openApp(browser, {
    hash: soonDone,
    prepare: async (page) => {
      await page.addInitScript(() => {
        // An empty page has none.
        if (globalThis.StorageManager === undefined) return;
        StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException('refused', 'SecurityError'));
      });
    },
  });
  const { page } = app;
  await page.evaluate(() => window.fovea.ready);
  await addGolden(page);
  await page.getByText('“golden” is here until this page is closed or reloaded').waitFor();
  const { logits } = await goldenMaps();
  const found = await logitsOf(page, await goldenPicture());
  for (const [i, logit] of logits.entries()) expect(found[i]).toBeCloseTo(logit, 3);
  // A reload loses it. Browsers ask only where somebody has touched the page.
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.getByRole('tab', { name: 'Networks' }).click();
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await page.evaluate(() => window.fovea.ready);
  expect(await ids(page)).not.toContain('golden');
  await page.getByRole('tab', { name: 'Faces' }).click();
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  expect(app.errors).toEqual([]);
  await app.close();
});

test('deleted with the local data, nothing of it is left on the device', async () => {
  const app = await openApp(browser, { hash: soonDone });
  const { page } = app;
  await page.evaluate(() => window.fovea.ready);
  await addGolden(page);
  await page.getByRole('button', { name: /^More: save/ }).click();
  await page.getByRole('menuitem', { name: /Delete local data/ }).click();
  await page.getByRole('button', { name: /^Delete/ }).click();
  await page.getByText('Everything kept on this device is deleted.').waitFor();
  expect(await onDisk(page)).toEqual([]);
  expect(await ids(page)).not.toContain('golden');
  await reload(page);
  expect(await ids(page)).not.toContain('golden');
  await app.close();
});
