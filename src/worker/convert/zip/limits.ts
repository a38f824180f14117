import { FoveaError } from '../../../shared/errors';

/** A network has a few shards, or a few hundred. */
export const mostEntries = 4096;
/** Bytes that all entries together may unpack to: a browser's buffers end at 2 GiB. */
export const mostBytes = 2 ** 31 - 1;
/** Weights hardly compress: what grows more than this, beyond a free allowance, is made to fill a disk. */
export const mostGrowth = 100;
export const freeBytes = 64 * 2 ** 20;

export const damaged = (name: string, why: string, cause?: unknown): FoveaError =>
  new FoveaError(`${name} is damaged: ${why}.`, 'Download or export it again.', { cause });

export const hostile = (name: string, why: string): FoveaError =>
  new FoveaError(
    `${name} is refused: ${why}.`,
    'Unpack it yourself if you trust it, and choose the files of the network.',
  );
