import { FoveaError } from '../../../shared/errors';
import { savedAs, type Wanted } from './refusals';

/** Bytes of a file. */
export const mostBytes = 256 * 1024 * 1024;
/** Width × height of a photo. */
export const mostPixels = 100_000_000;

const count = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** @throws FoveaError when the file is empty or too large to be read */
export function checkBytes(name: string, bytes: number, wanted: Wanted = 'photo'): void {
  if (bytes === 0) throw new FoveaError(`${name} is empty: it has 0 bytes.`, 'Copy or download it again.');
  if (bytes <= mostBytes) return;
  const megabytes = count.format(Math.ceil((bytes / 1024 / 1024) * 10) / 10);
  throw new FoveaError(
    `${name} has ${megabytes} MB; the limit is ${mostBytes / 1024 / 1024} MB.`,
    `Open it in an image editor and save it as ${savedAs[wanted]}.`,
  );
}

/** @throws FoveaError when a picture has no pixels or more than `mostPixels` */
export function checkSize(name: string, width: number, height: number, wanted: Wanted = 'photo'): void {
  const size = `${count.format(width)} × ${count.format(height)} pixels`;
  if (width === 0 || height === 0) {
    throw new FoveaError(`${name} has no pixels: its header says ${size}.`, `Choose another ${wanted}.`);
  }
  if (width * height <= mostPixels) return;
  const megapixels = count.format(Math.ceil((width * height) / 1e5) / 10);
  throw new FoveaError(
    `${name} has ${size}, ${megapixels} megapixels; the limit is ${mostPixels / 1e6} megapixels.`,
    `Make it smaller in an image editor and save it as ${savedAs[wanted]}.`,
  );
}
