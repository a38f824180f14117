import type { NetworkSpec } from '../../shared/network';

/** Bytes that all workers together may hold of one network's files. */
const mostBytes = 1.5 * 2 ** 30;

/**
 * How many workers may hold a copy of a network, at least one: VGG16 with its dense layers takes half a gigabyte, and
 * eight copies of it would take a laptop down. Networks that come along are small.
 */
export function copiesOf({ source }: NetworkSpec): number {
  if (source.format !== 'files') return Number.POSITIVE_INFINITY;
  const bytes = source.files.reduce((sum, file) => sum + file.size, 0);
  return Math.max(1, Math.floor(mostBytes / Math.max(1, bytes)));
}
