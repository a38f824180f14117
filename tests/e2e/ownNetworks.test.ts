/** Foreign networks in the built app, under its content security policy. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, soonDone } from './harness/openApp';
import { openBrowser } from './harness/openBrowser';

const run = promisify(execFile);
let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'fovea-networks-'));
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

/** Has the console API add files of this machine's disk. */
async function add(page: Page, ...paths: string[]) {
  await page.evaluate(() => {
    document.querySelector('#own')?.remove();
    const input = Object.assign(document.createElement('input'), { type: 'file', id: 'own', multiple: true });
    document.body.append(input);
  });
  await page.locator('#own').setInputFiles(paths);
  return page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('#own');
    const began = performance.now();
    const network = await window.fovea.addNetwork([...(input?.files ?? [])], { name: 'own' });
    return { network, seconds: (performance.now() - began) / 1000, layers: await window.fovea.layers(network.id) };
  });
}

test('VGG16 of VGGFace without top comes in from its 59 MB: the report’s table to the digit', async () => {
  const path = join(folder, 'rcmalli_vggface_tf_notop_vgg16.h5');
  await run(process.execPath, ['scripts/makeWeights.mjs', 'vggface-vgg16', path, '--notop']);
  const app = await openApp(browser, { hash: soonDone });
  await app.page.evaluate(() => window.fovea.ready);
  const { network, seconds, layers } = await add(app.page, path);
  console.info(`59 MB: ${seconds.toFixed(2)} s`);
  // Damaged: refused in words, and what was there stays.
  const whole = await readFile(path);
  const damaged = join(folder, 'damaged.h5');
  await writeFile(damaged, whole.subarray(0, whole.length / 2));
  const before = await app.page.evaluate(async () => (await window.fovea.networks()).map(({ id }) => id));
  await expect(add(app.page, damaged)).rejects.toThrow(/damaged.h5 is not a whole HDF5 file/);
  const after = await app.page.evaluate(async () => (await window.fovea.networks()).map(({ id }) => id));
  expect(after).toEqual(before);
  expect(network).toMatchObject({ parameters: 14_714_688, input: [224, 224, 3] });
  expect(layers.at(-1)).toMatchObject({ name: 'pool5', outputShape: [7, 7, 512] });
  expect(app.errors).toEqual([]);
  await app.close();
});
