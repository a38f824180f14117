import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenApp, openApp } from './harness/openApp';
import { openBrowser } from './harness/openBrowser';

let browser: Browser;
let app: OpenApp;
let page: Page;

declare global {
  interface Window {
    /** Cuts around the faces of some sample photos, by photo. */
    cuts: Blob[][];
  }
}

const samples = [1, 2, 3, 4, 5, 6];
const base64 = async (path: string) =>
  (await readFile(fileURLToPath(new URL(path, import.meta.url)))).toString('base64');

beforeAll(async () => {
  browser = await openBrowser();
  app = await openApp(browser, { hash: '#bench=faces&network=hse-mobilenet' });
  page = app.page;
  await page.evaluate(() => window.fovea.ready);
  const photos = await Promise.all(
    samples.map((number) => base64(`../../node_modules/@vladmandic/face-api/demo/sample${number}.jpg`)),
  );
  await page.evaluate(async (jpegs) => {
    window.cuts = [];
    for (const jpeg of jpegs) {
      const photo = new Blob([Uint8Array.from(atob(jpeg), (c) => c.charCodeAt(0))], { type: 'image/jpeg' });
      const bitmap = await createImageBitmap(photo);
      const cuts: Blob[] = [];
      for (const { box } of await window.fovea.faces(photo)) {
        const canvas = new OffscreenCanvas(Math.round(2.8 * box.width), Math.round(2.8 * box.height));
        canvas
          .getContext('2d')
          ?.drawImage(bitmap, Math.round(0.9 * box.width - box.x), Math.round(0.9 * box.height - box.y));
        const cut = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
        // One of the faces is found among the others of its photo only.
        if ((await window.fovea.faces(cut)).length > 0) cuts.push(cut);
      }
      window.cuts.push(cuts);
    }
  }, photos);
});
afterAll(() => browser?.close());

/** q by the definition: the least p_j · m / (how many p are at most p_j), over all p_j not below p. */
const qByDefinition = (p: readonly number[]) =>
  p.map((own) =>
    Math.min(
      1,
      ...p.filter((other) => other >= own).map((other) => (other * p.length) / p.filter((one) => one <= other).length),
    ),
  );

test('two groups of eight persons: shares, means, intervals, tests, and what could not be measured', async () => {
  const compare = () =>
    page.evaluate(async () => {
      const people = window.cuts.flat();
      const photos = people.map((picture, i) => ({
        picture,
        name: `P${i}`,
        group: i % 2 === 0 ? 'even' : 'odd',
      }));
      const broken = { picture: new Blob(['no photo']), name: 'Nobody', group: 'odd' };
      return window.fovea.compare({ network: 'hse-mobilenet', photos: [...photos, broken], seed: 5 });
    });
  const count = await page.evaluate(() => window.cuts.flat().length);
  expect(count).toBeGreaterThanOrEqual(16);
  const { people, groups, differences, tooFew, failures } = await compare();
  expect(people.map(({ name }) => name)).toEqual(Array.from({ length: count }, (_, i) => `P${i}`));
  expect(failures).toEqual([{ photo: count, message: expect.stringContaining('text'), remedy: expect.any(String) }]);
  for (const { regions, probability, label } of people) {
    expect(Object.values(regions).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
    expect(probability).toBeGreaterThan(0);
    expect(label).toMatch(/^Person \d+$/);
  }
  expect(groups.map(({ group, n }) => [group, n])).toEqual([
    ['even', Math.ceil(count / 2)],
    ['odd', Math.floor(count / 2)],
  ]);
  for (const { group, regions } of groups) {
    const own = people.filter((one) => one.group === group);
    for (const [region, { mean, low, high }] of Object.entries(regions)) {
      const shares = own.map((one) => one.regions[region as 'eyes']);
      expect(mean).toBeCloseTo(shares.reduce((sum, share) => sum + share, 0) / shares.length, 10);
      expect(low).toBeLessThanOrEqual(mean);
      expect(high).toBeGreaterThanOrEqual(mean);
    }
  }
  expect(tooFew).toBeNull();
  expect(differences.map(({ region }) => region)).toEqual(Object.keys(people[0]?.regions ?? {}));
  for (const { region, difference, low, high } of differences) {
    const [even, odd] = groups.map(({ regions }) => regions[region].mean) as [number, number];
    expect(difference).toBeCloseTo(even - odd, 10);
    expect(low).toBeLessThanOrEqual(difference);
    expect(high).toBeGreaterThanOrEqual(difference);
  }
  const q = qByDefinition(differences.map(({ p }) => p));
  for (const [i, difference] of differences.entries()) expect(difference.q).toBeCloseTo(q[i] ?? Number.NaN, 10);
  expect((await compare()).differences).toEqual(differences);
});

test('groups that are too small get their means, and no verdict', async () => {
  const answer = await page.evaluate(async () => {
    const photos = window.cuts
      .flat()
      .slice(0, 5)
      .map((picture, i) => ({ picture, name: `P${i}`, group: i < 3 ? 'a' : 'b' }));
    return window.fovea.compare({ network: 'dlib-resnet', photos, method: 'hires-cam', layer: 'conv256_1' });
  });
  expect(answer.groups.map(({ group, n }) => [group, n])).toEqual([
    ['a', 3],
    ['b', 2],
  ]);
  expect(answer.differences).toEqual([]);
  expect(answer.tooFew).toEqual({
    ...{ needed: 8, forLargeEffect: 42, tests: 8 },
    groups: [
      { group: 'a', persons: 3 },
      { group: 'b', persons: 2 },
    ],
  });
});

test('one photo as two persons, or one person, has no interval; and where no photo can be measured, that is said', async () => {
  const answer = await page.evaluate(async () => {
    const network = 'hse-mobilenet';
    const [picture = new Blob()] = window.cuts.flat();
    const same = ['A', 'B'].map((name) => ({ picture, name, group: 'two' }));
    const { groups } = await window.fovea.compare({ network, photos: [...same, { picture, name: 'C', group: 'one' }] });
    const blank = { picture: new ImageData(64, 64) };
    const message = await window.fovea.compare({ network, photos: [blank, blank] }).then(
      () => 'measured',
      (error: Error) => error.message,
    );
    const intervals = groups.flatMap(({ regions }) => Object.values(regions));
    return {
      n: groups.map((one) => one.n),
      none: intervals.every(({ low, high }) => Number.isNaN(low) && Number.isNaN(high)),
      message,
    };
  });
  expect(answer).toEqual({
    ...{ n: [2, 1], none: true },
    message: 'None of the 2 photos could be measured; of the first: No face was found.',
  });
});

test.each<[string, Record<string, unknown>, string]>([
  ['an unknown option', { colour: 'red' }, 'colour'],
  ['a layer that is not there', { layer: 'conv9' }, 'no layer “conv9”'],
  ['an unknown method', { method: 'guesswork' }, 'no method “guesswork”'],
  ['no photo', { photos: [] }, 'photos'],
  ['an unknown network', { network: 'nobody' }, 'nobody'],
  ['a name that is nothing to be seen', { photos: [{ picture: new Uint8Array(1), name: ' \u200f ' }] }, 'photos.0'],
  ['a seed that is none', { seed: -1 }, 'seed'],
])('refuses %s and says why', async (_, change, cause) => {
  const message = await page.evaluate(async (given) => {
    const photos = window.cuts
      .flat()
      .slice(0, 1)
      .map((picture) => ({ picture }));
    const options = { network: 'dlib-resnet', photos, ...given };
    return window.fovea.compare(options as never).then(
      () => 'nothing was wrong',
      (error: Error) => error.message,
    );
  }, change);
  expect(message).toContain(cause);
});

test('stops when its signal is aborted, with the signal’s reason, and compares again afterwards', async () => {
  const told = await page.evaluate(async () => {
    const photos = window.cuts.flat().map((picture, i) => ({ picture, group: i % 2 === 0 ? 'a' : 'b' }));
    const controller = new AbortController();
    const comparing = window.fovea.compare({ network: 'hse-mobilenet', photos, signal: controller.signal });
    setTimeout(() => controller.abort(new Error('That is enough.')), 100);
    const reason = await comparing.then(
      () => 'it went on',
      (error: Error) => error.message,
    );
    const after = await window.fovea.compare({ network: 'hse-mobilenet', photos: photos.slice(0, 1) });
    return { reason, groups: after.groups.map(({ group, n }) => [group, n]) };
  });
  expect(told).toEqual({ reason: 'That is enough.', groups: [['a', 1]] });
});
