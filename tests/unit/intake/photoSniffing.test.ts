import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { quoteName } from '../../../src/page/intake/photo/fileName';
import { inspectPhoto } from '../../../src/page/intake/photo/readPhoto';
import { sniff, sniffedBytes } from '../../../src/page/intake/photo/sniff';
import { bytesOf, fixture, inspect, never } from './photoFiles';

const endings: Readonly<Record<string, string>> = {
  jpg: 'jpeg',
  png: 'png',
  webp: 'webp',
  avif: 'avif',
  gif: 'gif',
  bmp: 'bmp',
  heic: 'heic',
  tif: 'tiff',
};
const photos = readdirSync(new URL('../../fixtures/photos/', import.meta.url)).filter(
  (name) => !/\.(md|sh|py)$/.test(name),
);

test.each(photos)('%s is what it is', (name) => {
  expect(sniff(fixture(name).subarray(0, sniffedBytes))).toBe(endings[name.split('.').at(-1) ?? '']);
});

const box = (brand: string, ...others: string[]) =>
  bytesOf(0, 0, 0, 16 + 4 * others.length, 'ftyp', brand, '\0\0\0\0', ...others);

test.each<[string, Uint8Array]>([
  ['avif', box('mif1', 'miaf', 'avif')],
  ['heic', box('mif1', 'heic')],
  ['video', box('isom', 'mp42')],
  ['video', box('qt  ')],
  ['raw', box('crx ', 'isom')],
  ['video', bytesOf('\x1aE\xdf\xa3', 'webm')],
  ['video', bytesOf('RIFF\0\0\0\0AVI LIST')],
  ['unknown', bytesOf('RIFF\0\0\0\0WAVEfmt ')],
  ['raw', bytesOf('II*\0\x10\0\0\0CR\x02\0')],
  ['tiff', bytesOf('MM\0*\0\0\0\x08')],
  ['pdf', bytesOf('%PDF-1.7\n')],
  ['svg', bytesOf('<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="http://www.w3.org/2000/svg">')],
  ['svg', bytesOf('\xef\xbb\xbf  <svg>')],
  ['html', bytesOf('\n<!DOCTYPE html><html>')],
  ['html', bytesOf('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">')],
  ['text', bytesOf('BM is how a bitmap begins')],
  ['text', bytesOf('GIF, said the file')],
  ['text', new TextEncoder().encode('größer')],
  ['text', bytesOf('\xff\xfeh\0e\0l\0l\0o\0')],
  ['jxl', bytesOf('\xff\x0a\0\0')],
  ['jp2', bytesOf('\0\0\0\x0cjP  \r\n\x87\n')],
  ['psd', bytesOf('8BPS\0\x01')],
  ['unknown', bytesOf(0, 1, 2, 3)],
  ['unknown', bytesOf('PK\x03\x04')],
])('%s is recognised', (kind, bytes) => {
  expect(sniff(bytes)).toBe(kind);
});

test.each<[string, Uint8Array<ArrayBuffer>, string]>([
  ['empty', bytesOf(), 'is empty'],
  ['text', bytesOf('hello'), 'is text, whatever its name says'],
  ['html', bytesOf('<html>'), 'is a web page'],
  ['svg', bytesOf('<svg>'), 'is an SVG drawing'],
  ['pdf', bytesOf('%PDF-1.4'), 'is a PDF document'],
  ['tiff', fixture('photo.tif'), 'TIFF'],
  ['video', box('isom'), 'is a video'],
])('%s named .jpg gets a message of its own', async (_, bytes, message) => {
  expect(await inspect(bytes, 'holiday.jpg')).toContain(`“holiday.jpg” ${message.startsWith('is') ? message : ''}`);
  expect(await inspect(bytes, 'holiday.jpg')).toContain(message);
});

test('a file of more than 256 MB is refused before a byte of it is read', async () => {
  const huge = { size: 300 * 1024 * 1024, name: 'huge.png' } as File;
  await expect(inspectPhoto(never, huge)).rejects.toThrow('“huge.png” has 300 MB; the limit is 256 MB.');
});

test('long names are shortened in the middle, missing ones left out', () => {
  expect(quoteName({})).toBe('The photo');
  const quoted = quoteName({ name: `${'long '.repeat(40)}.jpeg` });
  expect(quoted.length).toBeLessThan(64);
  expect(quoted).toMatch(/….*\.jpeg”$/);
});
