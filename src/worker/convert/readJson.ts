import { FoveaError } from '../../shared/errors';
import { parseJson } from '../network/loaders/readFiles';
import type { PlacedFile } from './inFolder';

/** Bytes; a topology takes far less, and a text of this size is held three times while it is parsed. */
const mostBytes = 64 * 2 ** 20;

/** @throws FoveaError if the file is no JSON, or too large to be a description; the signal's reason when aborted */
export async function readJson(signal: AbortSignal, { path, file }: PlacedFile): Promise<unknown> {
  if (file.size > mostBytes)
    throw new FoveaError(`${path} is larger than 64 MiB.`, 'A model.json holds no weights: add its shards beside it.');
  const bytes = await file.arrayBuffer();
  signal.throwIfAborted();
  return parseJson(bytes, path);
}
