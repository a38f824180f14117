import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inspectPhoto } from '../../../src/page/intake/photo/readPhoto';
import { bytesOf, fixture, inspect, never } from './photoFiles';

const turned = [5, 6, 7, 8];
const names = ['jpg', 'png', 'webp'].flatMap((kind) =>
  [1, 2, 3, 4, 5, 6, 7, 8].map((n) => [`orientation-${n}.${kind}`, n] as const),
);

test.each(names)('%s has the size that is stored', async (name, n) => {
  const size = turned.includes(n) ? '32×48' : '48×32';
  expect(await inspect(fixture(name))).toMatch(new RegExp(`${size}$`));
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('the EXIF chunk of orientation-%i.webp is read', async (n) => {
  const { header } = await inspectPhoto(never, new Blob([fixture(`orientation-${n}.webp`)]));
  expect(header.turn?.orientation).toBe(n);
});

test.each<[string, boolean]>([
  ['rgb16.png', false],
  ['alpha.png', true],
  ['palette-alpha.png', true],
  ['grey-alpha.png', true],
  ['lossy.webp', false],
  ['alpha-lossy.webp', true],
  ['alpha-lossless.webp', true],
  ['orientation-1.avif', false],
  ['alpha.avif', true],
  ['transparent.gif', true],
  ['animated.gif', false],
  ['rows-up.bmp', false],
  ['alpha.bmp', true],
  ['cmyk.jpg', false],
])('%s may be transparent: %s', async (name, expected) => {
  const { header } = await inspectPhoto(never, new Blob([fixture(name)]));
  expect([header.width, header.height, header.mayBeTransparent]).toEqual([48, 32, expected]);
});

/** Where the picture of a fixture ends; what comes behind may be missing. */
const lastNeeded: Readonly<Record<string, (bytes: Uint8Array) => number>> = {
  'orientation-6.jpg': (bytes) => bytes.length,
  'progressive.jpg': (bytes) => bytes.length,
  'thumbnail-and-second.jpg': (bytes) => bytes.length - fixture('grey.jpg').length,
  'alpha.png': (bytes) => bytes.length,
  'orientation-3.webp': (bytes) => bytes.length,
  'lossy.webp': (bytes) => bytes.length,
  'orientation-2.avif': (bytes) => bytes.length,
  'transparent.gif': (bytes) => bytes.length - 1,
  'rows-up.bmp': (bytes) => bytes.length,
  'palette.bmp': (bytes) => bytes.length,
  'photo.heic': (bytes) => bytes.length,
};

test.each(Object.keys(lastNeeded))('%s is refused when it is shorter', async (name) => {
  const bytes = fixture(name);
  const needed = lastNeeded[name]?.(bytes) ?? 0;
  for (let length = 20; length < needed; length += Math.ceil(needed / 120)) {
    expect(await inspect(bytes.slice(0, length)), `${length} bytes`).toMatch(/is cut off|is damaged/);
  }
  for (const length of [Math.floor(needed / 2), needed - 1]) {
    expect(await inspect(bytes.slice(0, length)), `${length} bytes`).toContain('is cut off');
  }
  expect(await inspect(bytesOf(bytes.slice(0, needed), 'and more\xff'))).toMatch(
    /^(jpeg|png|webp|gif|bmp) \d+×\d+$|is cut off/,
  );
  expect(await inspect(bytes)).toMatch(/48×32|32×48|^heic 64×64/);
});

/** A header that claims this size, without the pixels. */
function png(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = fixture('rgb16.png').slice();
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
}

test('the size is checked before anything is decoded', async () => {
  expect(await inspect(png(10_000, 10_000))).toBe('png 10000×10000');
  expect(await inspect(png(10_001, 10_000), 'poster.png')).toBe(
    '“poster.png” has 10,001 × 10,000 pixels, 100.1 megapixels; the limit is 100 megapixels.',
  );
  expect(await inspect(png(0xffff_ffff, 0xffff_ffff))).toContain('the limit is 100 megapixels');
  expect(await inspect(png(0, 7))).toContain('has no pixels: its header says 0 × 7 pixels');
});

test('a JPEG’s size is that of its frame, not of its thumbnail or of the image behind it', async () => {
  const { header } = await inspectPhoto(never, new Blob([fixture('thumbnail-and-second.jpg')]));
  expect([header.width, header.height]).toEqual([32, 48]);
});

test('markers split by the end of a window are found', async () => {
  const small = fixture('orientation-1.jpg');
  const comment = (length: number) => bytesOf(0xff, 0xfe, length >> 8, length & 255, new Uint8Array(length - 2));
  const windows = 256 * 1024;
  // Coded data longer than a window, with its end marker around the window's border.
  const scan = small.lastIndexOf(0xda) - 1;
  const head = small.slice(0, scan);
  for (let shift = -3; shift <= 3; shift += 1) {
    const coded = new Uint8Array(windows + shift).fill(0x55);
    expect(
      await inspect(bytesOf(head, comment(64), small.slice(scan, -2), coded, 0xff, 0, 0xff, 0xd3, 0xff, 0xff, 0xd9)),
    ).toBe('jpeg 48×32');
  }
});

const originals = [
  'orientation-6.jpg',
  'progressive.jpg',
  'alpha.png',
  'orientation-6.webp',
  'lossy.webp',
  'alpha-lossless.webp',
  'orientation-5.avif',
  'alpha.avif',
  'photo.heic',
  'animated.gif',
  'rows-down.bmp',
  'palette.bmp',
];

test('bytes changed, cut out or doubled never do more than fail', async () => {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    value: fc.constantFrom(0, 1, 2, 0x7f, 0x80, 0xff, 0x2c, 0x21, 0xda),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...originals),
      fc.array(edit, { minLength: 1, maxLength: 6 }),
      fc.nat(40),
      async (name, edits, cut) => {
        const bytes = fixture(name).slice();
        for (const { at, value } of edits) bytes[Math.floor(at * (bytes.length - 1))] = value;
        const middle = Math.floor(bytes.length / 2);
        const answer = await inspect(bytesOf(bytes.slice(0, middle), bytes.slice(middle + cut)));
        expect(answer.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 500 },
  );
});

test('random bytes behind any signature never do more than fail', async () => {
  const starts = originals.map((name) => fixture(name).slice(0, 24));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 600 }), async (start, rest) => {
      expect((await inspect(bytesOf(start, rest))).length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

test.each<[string, Uint8Array<ArrayBuffer>]>([
  ['markers', bytesOf(0xff, 0xd8, new Uint8Array(4_000_000).fill(0xff))],
  ['segments', bytesOf(0xff, 0xd8, ...Array.from({ length: 50_000 }, () => '\xff\xfe\0\x02'))],
  [
    'chunks',
    bytesOf(fixture('alpha.png').slice(0, 33), ...Array.from({ length: 50_000 }, () => '\0\0\0\0tEXt\0\0\0\0')),
  ],
  ['boxes', bytesOf(fixture('alpha.avif').slice(0, 32), ...Array.from({ length: 50_000 }, () => '\0\0\0\x08free'))],
  ['blocks', bytesOf('GIF89a\x01\0\x01\0\0\0\0', ...Array.from({ length: 50_000 }, () => '\x21\xfe\x01a\0'))],
])('a file of nothing but %s is soon done with', async (_, bytes) => {
  const start = performance.now();
  expect(await inspect(bytes)).toMatch(/is cut off|is damaged/);
  expect(performance.now() - start).toBeLessThan(3000);
});
