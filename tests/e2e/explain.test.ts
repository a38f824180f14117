import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenApp, openApp, soonDone } from './harness/openApp';
import { openBrowser } from './harness/openBrowser';
import { addGolden, goldenMaps } from './support/golden';

let browser: Browser;
let app: OpenApp;
let page: Page;
let golden: string;

beforeAll(async () => {
  browser = await openBrowser();
  app = await openApp(browser, { hash: soonDone });
  page = app.page;
  await page.evaluate(() => window.fovea.ready);
  golden = await addGolden(page);
  await page.evaluate(
    (bytes) => {
      const png = new Blob([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], { type: 'image/png' });
      Object.assign(window, { goldenPng: png });
    },
    await base64('../fixtures/golden/seed-7/input.png'),
  );
  await page.evaluate(
    (bytes) => {
      const jpeg = new Blob([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], { type: 'image/jpeg' });
      Object.assign(window, { samplePhoto: jpeg });
    },
    await base64('../../node_modules/@vladmandic/face-api/demo/sample3.jpg'),
  );
});
afterAll(() => browser?.close());

declare global {
  interface Window {
    goldenPng: Blob;
    samplePhoto: Blob;
  }
}

const base64 = async (path: string) =>
  (await readFile(fileURLToPath(new URL(path, import.meta.url)))).toString('base64');

test('Grad-CAM of the golden network is PyTorch’s, raw, at the layer’s resolution', async () => {
  const { top, logits, maps } = await goldenMaps();
  for (const { layer, width, values } of maps) {
    const answer = await page.evaluate(
      async (options) => {
        const { map, scores, target } = await window.fovea.explain({
          ...options,
          picture: window.goldenPng,
          crop: 'none',
        });
        return { ...map, values: [...map.values], scores, target };
      },
      { network: golden, layer, target: { class: top } },
    );
    expect([answer.width, answer.height]).toEqual([width, width]);
    const largest = Math.max(...values);
    for (const [i, value] of values.entries())
      expect(Math.abs(value - (answer.values[i] ?? Number.NaN))).toBeLessThanOrEqual(1e-4 * largest);
    expect(answer.target).toMatchObject({ kind: 'class', index: top });
    for (const [i, logit] of logits.entries()) expect(answer.scores[i]?.logit).toBeCloseTo(logit, 4);
    expect(answer.scores.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 5);
  }
});

test('without layer and target: the last convolution and the most probable class', async () => {
  const { top } = await goldenMaps();
  const answer = await page.evaluate(
    (network) => window.fovea.explain({ network, picture: window.goldenPng, crop: 'none' }),
    golden,
  );
  expect(answer).toMatchObject({ layer: 'conv3_2', target: { kind: 'class', index: top } });
});

test('a mask’s colour takes the picture’s place exactly where its alpha is not 0', async () => {
  const [masked, painted, plain] = await page.evaluate(async (network) => {
    const bitmap = await createImageBitmap(window.goldenPng);
    const context = new OffscreenCanvas(64, 64).getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    const mask = new ImageData(64, 64);
    // The mask's transparent pixels have a colour, too: it must not show.
    mask.data.fill(200);
    for (let i = 3; i < mask.data.length; i += 4) mask.data[i] = 0;
    for (let y = 20; y < 30; y++) for (let x = 8; x < 56; x++) mask.data.set([10, 20, 30, 1], 4 * (64 * y + x));
    const logits = async (picture: Blob | ImageData, options = {}) => {
      const { scores } = await window.fovea.explain({ network, picture, crop: 'none', ...options });
      return scores.map(({ logit }) => logit);
    };
    const unmasked = context.getImageData(0, 0, 64, 64);
    context.fillStyle = 'rgb(10, 20, 30)';
    context.fillRect(8, 20, 48, 10);
    const byHand = context.getImageData(0, 0, 64, 64);
    return [await logits(unmasked, { mask }), await logits(byHand), await logits(window.goldenPng)];
  }, golden);
  expect(masked).toEqual(painted);
  expect(masked).not.toEqual(plain);
});

test('people are enrolled, trained and recognised; the answer has one score a person', async () => {
  const answer = await page.evaluate(async () => {
    const { gallery } = window.fovea;
    await gallery.clear();
    const bitmap = await createImageBitmap(window.samplePhoto);
    const faces = [...(await window.fovea.faces(window.samplePhoto))].sort((a, b) => a.box.x - b.box.x);
    const around = async ({ box }: (typeof faces)[number], more: number) => {
      const [x, y] = [box.x - more * box.width, box.y - more * box.height].map(Math.round) as [number, number];
      const [width, height] = [box.width, box.height].map((side) => Math.round(side * (1 + 2 * more))) as [
        number,
        number,
      ];
      const canvas = new OffscreenCanvas(width, height);
      canvas.getContext('2d')?.drawImage(bitmap, x, y, width, height, 0, 0, width, height);
      return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
    };
    const names = ['Left', 'Middle', 'Right'];
    for (const [i, face] of faces.entries())
      await gallery.add({ name: names[i] ?? '', photos: [await around(face, 0.8)], group: i === 0 ? 'a' : 'b' });
    const trained = await gallery.train({ network: 'hse-mobilenet' });
    const answers = [];
    for (const face of faces) {
      const picture = await around(face, 0.6);
      const { scores, target, map, layer } = await window.fovea.explain({ network: 'hse-mobilenet', picture });
      answers.push({ scores, target, layer, width: map.width, heat: Math.max(...map.values) });
    }
    const middle = faces[1];
    if (middle === undefined) throw new Error('Three faces were expected.');
    const similar = await window.fovea.explain({
      network: 'hse-mobilenet',
      picture: await around(middle, 0.6),
      target: { similarTo: await around(middle, 0.8) },
    });
    const list = await gallery.list();
    await gallery.remove('middle');
    return { count: faces.length, trained, answers, similar: similar.score, list, left: await gallery.list() };
  });
  expect(answer.count).toBe(3);
  expect(answer.trained).toEqual({ people: 3, photos: 3 });
  for (const [i, { scores, target, layer, width, heat }] of answer.answers.entries()) {
    expect(scores.map(({ label }) => label)).toEqual(['Left', 'Middle', 'Right']);
    expect(target).toMatchObject({ kind: 'identity', index: i });
    expect(scores[i]?.probability).toBeGreaterThan(0.8);
    expect([layer, width]).toEqual(['conv_pw_13_relu', 7]);
    expect(heat).toBeGreaterThan(0);
  }
  expect(answer.similar).toBeGreaterThan(0.8);
  expect(answer.similar).toBeLessThanOrEqual(1.0001);
  expect(answer.list).toContainEqual({ name: 'Left', group: 'a', photos: 1 });
  expect(answer.left.map(({ name }) => name)).toEqual(['Left', 'Right']);
});

test.each<[string, { readonly maskSide?: number } & Record<string, unknown>, string]>([
  ['an unknown method', { method: 'guesswork' }, 'no method “guesswork”'],
  ['an unknown layer', { layer: 'conv9' }, 'no layer “conv9”'],
  ['a class that is not there', { target: { class: 6 } }, 'no such target'],
  ['a mask of another size', { maskSide: 32 }, '32 × 32'],
  ['a face where there is none', { crop: 'face' }, 'No face was found'],
  ['an option that it does not know', { colour: 'red' }, 'colour'],
])('explain refuses %s and says why', async (_, { maskSide, ...change }, cause) => {
  const message = await page.evaluate(
    async ({ network, options, side }) => {
      const mask = side === undefined ? {} : { mask: new ImageData(side, side) };
      const given = { network, picture: window.goldenPng, crop: 'none', ...mask, ...options };
      return window.fovea.explain(given as never).then(() => 'no error', String);
    },
    { network: golden, options: change, side: maskSide },
  );
  expect(message).toContain('FoveaError');
  expect(message).toContain(cause);
});

test('an abort ends an explanation at once', async () => {
  const name = await page.evaluate(async (network) => {
    const controller = new AbortController();
    const { signal } = controller;
    const options = {
      network,
      picture: window.goldenPng,
      crop: 'none',
      method: 'smooth-grad',
      samples: 500,
      signal,
    } as const;
    const answer = window.fovea.explain(options).then(
      () => 'finished',
      (error: Error) => error.name,
    );
    setTimeout(() => controller.abort(), 100);
    return answer;
  }, golden);
  expect(name).toBe('AbortError');
});

test('no request has left the page’s origin', () => {
  const origin = new URL(page.url()).origin;
  expect(app.requests.filter((url) => !url.startsWith(origin) && !/^(blob|data):/.test(url))).toEqual([]);
  expect(app.errors).toEqual([]);
});
