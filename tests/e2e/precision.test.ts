/** A kept network in a lower precision: written, measured, taken, and working. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp } from './harness/openApp';
import { openBrowser } from './harness/openBrowser';
import { addGolden, goldenMaps, goldenPicture } from './support/golden';
import { leaveRemoved } from './support/leaveRemoved';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Bytes of each network's folder in the origin's private file system. */
const foldersOf = (page: Page) =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const networks = await root.getDirectoryHandle('networks', { create: true });
    const sizes: number[] = [];
    for await (const handle of networks.values()) {
      let size = 0;
      for await (const file of (handle as FileSystemDirectoryHandle).values())
        size += (await (file as FileSystemFileHandle).getFile()).size;
      sizes.push(size);
    }
    return sizes;
  });

const logitsOf = (page: Page, picture: string) =>
  page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const blob = new Blob([bytes], { type: 'image/png' });
    const { scores } = await window.fovea.explain({ network: 'golden', picture: blob, crop: 'none' });
    return [...scores].sort((a, b) => a.index - b.index).map(({ logit }) => logit);
  }, picture);

async function openGolden() {
  const app = await openApp(browser, { hash: '#bench=networks' });
  await app.page.evaluate(() => window.fovea.ready);
  await addGolden(app.page);
  await app.page.evaluate(() => {
    location.hash = '#bench=networks&network=golden';
  });
  const section = app.page.getByRole('region', { name: 'On this device' });
  await section.getByText(/weights in 32-bit floats/).waitFor();
  return { app, page: app.page, section };
}

const kilobytes = (bytes: number | undefined) => `${Math.round((bytes ?? Number.NaN) / 1e3)} kB`;

test('in 8 bits: the change is measured and told, what is taken answers, and its files have the size that was told', async () => {
  const { app, page, section } = await openGolden();
  const [before] = await foldersOf(page);
  await section.getByRole('button', { name: 'Try 8 bits: about a quarter' }).click();
  const told = section.getByText(/ in place of /);
  await told.waitFor({ timeout: 120_000 });
  // Number and unit are held together by a space that does not break.
  const words = (await told.textContent())?.replaceAll('\u00a0', ' ') ?? '';
  // Both copies lie there until somebody decides.
  const both = await foldersOf(page);
  expect(both).toHaveLength(2);
  const after = Math.min(...both);
  expect(words).toContain(`${kilobytes(after)} in place of ${kilobytes(before)}.`);
  expect(words).toMatch(/Measured on [1-9]\d* faces: no probability changes by more than /);
  await section.getByRole('button', { name: 'Take the smaller one' }).click();
  await section.getByText(`Kept: ${kilobytes(after)}, weights in 8 bits over each weight’s range.`).waitFor();
  await expect.poll(() => foldersOf(page)).toEqual([after]);

  // PyTorch's answers in 32 bits, within what 8 bits leave of them: near, and not the same.
  const { logits } = await goldenMaps();
  const spread = Math.max(...logits) - Math.min(...logits);
  const distance = (found: readonly number[]) =>
    Math.max(...logits.map((logit, i) => Math.abs(logit - (found[i] ?? 0))));
  const found = await logitsOf(page, await goldenPicture());
  expect(distance(found)).toBeLessThan(spread / 10);
  expect(distance(found)).toBeGreaterThan(1e-6);
  await page.reload();
  await page.evaluate(() => window.fovea.ready);
  expect(await logitsOf(page, await goldenPicture())).toEqual(found);
  expect(app.errors).toEqual([]);
  await app.close();
});

test('left as it is, or removed while the question stands, nothing of the copy is left', async () => {
  const { app, page, section } = await openGolden();
  const before = await foldersOf(page);
  await section.getByRole('button', { name: 'Try 16 bits: about half' }).click();
  await section.getByRole('button', { name: 'Leave it as it is' }).click({ timeout: 120_000 });
  await expect.poll(() => foldersOf(page)).toEqual(before);
  await section.getByText(/weights in 32-bit floats/).waitFor();

  await section.getByRole('button', { name: 'Try 8 bits: about a quarter' }).click();
  await section.getByRole('button', { name: 'Take the smaller one' }).waitFor({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Remove golden' }).click();
  await leaveRemoved(page);
  await expect.poll(() => foldersOf(page)).toEqual([]);
  expect(app.errors).toEqual([]);
  await app.close();
});

test('changed in another tab while the question stands: the copy is refused, and the change stays', async () => {
  const { app, page, section } = await openGolden();
  await section.getByRole('button', { name: 'Try 8 bits: about a quarter' }).click();
  await section.getByRole('button', { name: 'Take the smaller one' }).waitFor({ timeout: 120_000 });
  // As another tab's record, of which this one has not heard.
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('fovea-networks');
      request.onsuccess = () => resolve(request.result);
    });
    const records = database.transaction('records', 'readwrite').objectStore('records');
    await new Promise<void>((resolve) => {
      const all = records.getAll();
      all.onsuccess = () => {
        const [record] = all.result;
        records.put({ ...record, spec: { ...record.spec, name: 'renamed' } }, record.folder).onsuccess = () =>
          resolve();
      };
    });
    database.close();
  });
  await section.getByRole('button', { name: 'Take the smaller one' }).click();
  await section.getByText('“golden” has been changed since its smaller copy was measured.').waitFor();
  await expect.poll(() => foldersOf(page)).toHaveLength(1);
  await page.reload();
  await page.evaluate(() => window.fovea.ready);
  const names = await page.evaluate(async () => (await window.fovea.networks()).map(({ name }) => name));
  expect(names).toContain('renamed');
  expect(app.errors).toEqual([]);
  await app.close();
});
