import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openApp } from './harness/openApp';
import { openBrowser } from './harness/openBrowser';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('from a sub-folder of a plain host, the default layer sharpens by itself and nothing goes wrong', async () => {
  const app = await openApp(browser);
  await app.page.waitForSelector('button[data-filter] canvas');
  expect(await app.page.locator('button[data-filter]').count()).toBe(64);
  expect(app.errors).toEqual([]);
  await app.close();
});

test('no request leaves the origin, and the policy in the page forbids it', async () => {
  const app = await openApp(browser);
  await app.page.waitForSelector('button[data-filter] canvas');
  const { origin } = new URL(inject('appUrl'));
  const strangers = app.requests.filter((url) => !url.startsWith(origin) && !/^(blob|data):/.test(url));
  // Workers fetch the weights: their requests are seen, too.
  expect(app.requests.some((url) => url.endsWith('.bin'))).toBe(true);
  expect(strangers).toEqual([]);
  const outcome = await app.page.evaluate(() =>
    fetch('http://127.0.0.1:9/').then(
      () => 'answered',
      () => 'refused',
    ),
  );
  expect(outcome).toBe('refused');
  expect(app.errors.join('\n')).toContain('Content Security Policy');
  await app.close();
});

test('the policy holds in the workers too: they parse foreign files', async () => {
  const app = await openApp(browser);
  await app.page.evaluate(() => window.fovea.ready);
  const workers = app.page.workers();
  expect(workers.length).toBeGreaterThan(0);
  for (const worker of workers) {
    const outcomes = await worker.evaluate(async (own) => {
      const ask = (url: string) =>
        fetch(url, { mode: 'no-cors' }).then(
          () => 'answered',
          () => 'refused',
        );
      return [await ask(own), await ask('http://127.0.0.1:9/'), await ask(own.replace('127.0.0.1', 'localhost'))];
    }, inject('appUrl'));
    // The last one is the same server under another name: only the policy stands between.
    expect(outcomes).toEqual(['answered', 'refused', 'refused']);
  }
  await app.close();
});

test('the hash holds what is shown, and a link to a layer shows that layer', async () => {
  const first = await openApp(browser);
  await first.page.waitForSelector('button[data-filter]');
  const shown = await first.page.locator('h1').first().textContent();
  await expect.poll(() => new URL(first.page.url()).hash).toContain(shown);
  const hash = new URL(first.page.url()).hash.replace(String(shown), 'conv32_2');
  await first.close();
  const second = await openApp(browser, { hash });
  await second.page.waitForSelector('button[data-filter]');
  expect(await second.page.locator('h1').first().textContent()).toBe('conv32_2');
  await second.close();
});
