/** Zips that other programs wrote, and zips that nobody should open. */
import { type Zippable, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { LoadProgress } from '../../../src/shared/calls/networkCalls';
import { crc32 } from '../../../src/worker/convert/zip/crc32';
import { unpackZip } from '../../../src/worker/convert/zip/unpackZip';

const never = new AbortController().signal;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const unpack = (bytes: Uint8Array, tell: (progress: LoadProgress) => void = () => {}) =>
  unpackZip(never, { path: 'it', file: new Blob([bytes.slice()]) }, tell);
const refusal = (cause: string) => ({
  name: 'FoveaError',
  message: expect.stringContaining(cause),
  remedy: expect.stringMatching(/./),
});
const zip = (entries: Zippable, level: 0 | 9 = 0) => zipSync(entries, { level });
/** Where the only entry of a zip stands in its central directory. */
const directoryOf = (bytes: Uint8Array) =>
  bytes.findIndex((_, i) => bytes[i] === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 1);
const changed = (bytes: Uint8Array, change: (view: DataView, directory: number) => void) => {
  const copy = bytes.slice();
  change(new DataView(copy.buffer), directoryOf(copy));
  return copy;
};

test('CRC-32 of the check string of the catalogue, in one piece and in two', () => {
  expect(crc32(0, bytesOf('123456789'))).toBe(0xcbf43926);
  expect(crc32(crc32(0, bytesOf('1234')), bytesOf('56789'))).toBe(0xcbf43926);
});

test.each([0, 9] as const)('at level %i every file comes out as it went in, folders are left out', async (level) => {
  const long = Uint8Array.from({ length: 30_000 }, (_, i) => (i * i) % 251);
  const files = await unpack(zip({ 'a/b.bin': long, 'a/': new Uint8Array(0), empty: new Uint8Array(0) }, level));
  expect(files.map(({ path }) => path)).toEqual(['it/a/b.bin', 'it/empty']);
  const found = Buffer.from((await files[0]?.file.arrayBuffer()) ?? new ArrayBuffer(0));
  expect(found.equals(long)).toBe(true);
  expect(files[1]?.file.size).toBe(0);
});

test('progress is told while it unpacks, over all files', async () => {
  const [most, told]: [number, LoadProgress[]] = [9 * 2 ** 20, []];
  await unpack(zip({ a: new Uint8Array(most), b: new Uint8Array(most) }), (progress) => told.push(progress));
  expect(told.length).toBeGreaterThan(3);
  expect(told.every(({ totalBytes, stage }) => totalBytes === 2 * most && stage === 'unpacking')).toBe(true);
  const bytes = told.map(({ loadedBytes }) => loadedBytes);
  expect(bytes).toEqual(bytes.toSorted((a, b) => a - b));
  expect(bytes.at(-1)).toBeGreaterThan(most);
});

test.each(['../up', 'a/../../up', '/root', 'C:\\windows', 'a\\..\\b', 'a//b', './a', 'a\u0000b'])(
  'the path %j is refused',
  async (path) => {
    await expect(unpack(zip({ [path]: bytesOf('x') }))).rejects.toMatchObject(refusal('leads out of its folder'));
  },
);

test('a bomb that says what it is, and one that lies about it', { timeout: 30_000 }, async () => {
  const bomb = zip({ zeros: new Uint8Array(80_000_000) }, 9);
  await expect(unpack(bomb)).rejects.toMatchObject(refusal('times its size'));
  const lying = changed(bomb, (view, at) => view.setUint32(at + 24, 1000, true));
  const began = performance.now();
  await expect(unpack(lying)).rejects.toMatchObject(refusal('longer than it says'));
  expect(performance.now() - began).toBeLessThan(4000);
});

test('two entries that share their bytes', async () => {
  const two = zip({ a: bytesOf('0123456789'), b: bytesOf('0123456789') });
  const both = changed(two, (view, at) => view.setUint32(at + 47 + 42, 0, true));
  await expect(unpack(both)).rejects.toMatchObject(refusal('shares its bytes'));
});

test('what the library does not look at: checksum, length, encryption, methods, names', async () => {
  for (const level of [0, 9] as const) {
    const good = zip({ 'w.bin': bytesOf('weights weights weights weights') }, level);
    const spoil = (field: number, value: number, bytes: 2 | 4 = 4) =>
      unpack(
        changed(good, (view, at) => {
          if (bytes === 4) view.setUint32(at + field, value, true);
          else view.setUint16(at + field, value, true);
        }),
      );
    await expect(spoil(16, 1)).rejects.toMatchObject(refusal('checksum of w.bin'));
    await expect(spoil(24, 32)).rejects.toMatchObject(refusal('w.bin'));
    await expect(spoil(8, 1, 2)).rejects.toMatchObject(refusal('encrypted'));
    await expect(spoil(10, 12, 2)).rejects.toMatchObject(refusal('method 12'));
    await expect(spoil(42, 5)).rejects.toMatchObject(refusal('w.bin'));
    await expect(unpack(changed(good, (view) => view.setUint8(30, 0x78)))).rejects.toMatchObject(
      refusal('another name'),
    );
  }
});

test('truncated, too many entries, twice the same, empty', async () => {
  const good = zip({ 'a.bin': bytesOf('0123456789') });
  for (let end = 1; end < good.length; end += 7)
    await expect(unpack(good.slice(0, end))).rejects.toMatchObject(refusal('damaged'));
  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`f${i}`, new Uint8Array(0)]));
  await expect(unpack(zip(many))).rejects.toMatchObject(refusal('5000 entries'));
  const two = changed(zip({ a: bytesOf('1'), b: bytesOf('2') }), (view, at) => view.setUint8(at + 47 + 46, 0x61));
  await expect(unpack(two)).rejects.toMatchObject(refusal('a twice'));
  await expect(unpack(zip({}))).rejects.toMatchObject(refusal('empty'));
});
