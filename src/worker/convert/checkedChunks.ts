import { FoveaError } from '../../shared/errors';
import { breathe } from '../breathe';
import { notFinite } from '../network/loaders/notFinite';
import { allFinite } from '../network/loaders/weightsManifest';

/**
 * The chunks as they come, once each is known to hold numbers only.
 * @throws FoveaError naming the weight when a value is NaN or infinite, or there are more or fewer than the shape says
 */
export async function* checkedChunks(
  signal: AbortSignal,
  name: string,
  shape: readonly number[],
  chunks: AsyncIterable<Float32Array>,
): AsyncGenerator<Float32Array> {
  const expected = shape.reduce((product, extent) => product * extent, 1);
  let count = 0;
  for await (const chunk of chunks) {
    await breathe(signal);
    count += chunk.length;
    if (count > expected) throw wrongCount(name, shape, `more than ${expected}`);
    if (!allFinite(chunk)) throw notFinite(name, chunk);
    yield chunk;
  }
  if (count !== expected) throw wrongCount(name, shape, `${count}`);
}

const wrongCount = (name: string, shape: readonly number[], found: string) =>
  new FoveaError(
    `The weight ${name} has ${found} values where its shape ${shape.join(' × ')} wants another number.`,
    'The file is damaged: download or export it again.',
  );
