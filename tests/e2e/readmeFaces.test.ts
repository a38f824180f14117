import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp } from './harness/openApp';
import { openBrowser } from './harness/openBrowser';

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** The README's examples for photos, as a reader pastes them into the console: one block, to the letter. */
async function facesExamples(): Promise<string> {
  const blocks = (await readFile(path('README.md'), 'utf8')).matchAll(/```js\n([\s\S]*?)```/g);
  const found = [...blocks].map(([, code = '']) => code).filter((code) => code.includes('fovea.faces'));
  if (found.length !== 1) throw new Error(`${found.length} blocks of the README call fovea.faces.`);
  return found[0] ?? '';
}

test('the README’s examples for photos run as they stand, and print what they promise', async () => {
  const { page, errors, requests, close } = await openApp(browser, { hash: '#bench=faces' });
  const printed: unknown[][] = [];
  await page.exposeFunction('keepPrinted', (values: unknown[]) => printed.push(values));
  page.on('filechooser', (chooser) => chooser.setFiles(path('node_modules/@vladmandic/face-api/demo/sample3.jpg')));
  await page.evaluate(() => window.fovea.ready);
  const keeper = `const console = { log: (...values) => keepPrinted(values), table: (rows) => keepPrinted(['table', ...rows]) };`;
  await page.evaluate(`(async () => { ${keeper}\n${await facesExamples()} })()`);

  const [faces, named, covered, aged, people] = printed;
  expect(faces).toHaveLength(1 + 3);
  expect(faces?.[1]).toMatchObject({ x: expect.any(Number), width: expect.any(Number), score: expect.any(Number) });
  const [label, probability, explained, layer, width, height] = named ?? [];
  expect(explained).toBe(label);
  expect(['Me', ...Array.from({ length: 22 }, (_, i) => `Person ${i + 1}`)]).toContain(label);
  expect(probability).toBeGreaterThan(0.3);
  expect([layer, width, height]).toEqual(['conv_pw_13_relu', 7, 7]);
  expect(covered?.[0]).toBeLessThan(probability as number);
  expect(aged?.[0]).toBe('30 years');
  // Enrolled with the bundled people, and gone again.
  expect(people).toHaveLength(1 + 22);
  expect(JSON.stringify(people)).not.toContain('"Me"');
  expect(errors).toEqual([]);
  const origin = new URL(page.url()).origin;
  expect(requests.filter((url) => !url.startsWith(origin) && !/^(blob|data):/.test(url))).toEqual([]);
  await close();
});
