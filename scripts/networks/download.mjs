import { open, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { verify } from './checksum.mjs';
import { isBroken, Problem, toProblem } from './problem.mjs';

/** How often a broken connection is taken up again in one run, and how long it may be silent: milliseconds. */
const attempts = 4;
const silence = 60_000;

/** Where a download stands: how many bytes lie there, and what tells that the server still has the same file. */
/** @typedef {{ readonly bytes: number, readonly validator: string | null }} Begun */

/**
 * Downloads a file beside its place, going on where an earlier try stopped, checks it, and puts it in its place.
 * @param {AbortSignal} signal
 * @param {{ url: string, target: string, md5?: string, onProgress: (bytes: number, total: number) => void }} options
 *   `total` is 0 while unknown
 * @returns {Promise<{ bytes: number, sha256: string, checked: string }>}
 */
export async function download(signal, { url, target, md5, onProgress }) {
  const part = `${target}.part`;
  const expected = md5 === undefined ? {} : { md5 };
  for (let attempt = 1; ; attempt += 1) {
    try {
      await fetchOnce(signal, url, part, onProgress);
      break;
    } catch (error) {
      signal.throwIfAborted();
      if (attempt === attempts || !isBroken(error)) throw toProblem(error, url);
      await new Promise((resolve) => setTimeout(resolve, 500 * attempt));
    }
  }
  try {
    const { sha256, checked } = await verify(signal, { path: part, target, record: true, ...expected });
    await rename(part, target);
    return { bytes: (await stat(target)).size, sha256, checked };
  } catch (error) {
    if (error instanceof Problem) await rm(part, { force: true });
    throw error;
  } finally {
    if (!signal.aborted) await rm(`${part}.json`, { force: true });
  }
}

/**
 * One request, for what is still missing.
 * @param {AbortSignal} signal @param {string} url @param {string} part
 * @param {(bytes: number, total: number) => void} onProgress
 */
async function fetchOnce(signal, url, part, onProgress) {
  const begun = await readBegun(part);
  const watch = new AbortController();
  const timer = setTimeout(() => watch.abort(new Error(`nothing came for ${silence / 1000} s`)), silence);
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([signal, watch.signal]),
      headers: {
        'accept-encoding': 'identity',
        ...(begun.validator === null ? {} : { range: `bytes=${begun.bytes}-`, 'if-range': begun.validator }),
      },
    });
    const { start, total, complete } = await startOf(response, begun, url, part);
    if (complete) return;
    const validator = validatorOf(response.headers) ?? (start > 0 ? begun.validator : null);
    await writeFile(`${part}.json`, JSON.stringify({ validator }));
    await checkRoom(part, total - start);
    const file = await open(part, start === 0 ? 'w' : 'r+');
    let bytes = start;
    try {
      for await (const chunk of response.body ?? []) {
        timer.refresh();
        await writeAll(file, chunk, bytes);
        bytes += chunk.length;
        onProgress(bytes, total);
      }
    } finally {
      await file.close();
    }
    if (total > 0 && bytes !== total) throw new Error(`it ended after ${bytes} of ${total} bytes`);
  } finally {
    clearTimeout(timer);
  }
}

/** @param {import('node:fs/promises').FileHandle} file @param {Uint8Array} chunk @param {number} position */
async function writeAll(file, chunk, position) {
  for (let done = 0; done < chunk.length; )
    done += (await file.write(chunk, done, chunk.length - done, position + done)).bytesWritten;
}

/** @param {string} part @returns {Promise<Begun>} */
async function readBegun(part) {
  try {
    const { validator } = JSON.parse(await readFile(`${part}.json`, 'utf8'));
    const { size } = await stat(part);
    if (typeof validator === 'string' && size > 0) return { bytes: size, validator };
  } catch {
    // Nothing has begun, or nobody knows what.
  }
  return { bytes: 0, validator: null };
}

/** A weak ETag does not promise the same bytes. @param {Headers} headers */
function validatorOf(headers) {
  const etag = headers.get('etag');
  return etag !== null && !etag.startsWith('W/') ? etag : headers.get('last-modified');
}

/**
 * From which byte the answer goes on, and how long the whole file is.
 * @param {Response} response @param {Begun} begun @param {string} url @param {string} part
 */
async function startOf(response, begun, url, part) {
  const length = Number(response.headers.get('content-length') ?? 0);
  if (response.status === 200) return { start: 0, total: length, complete: false };
  const [, from, whole] = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers.get('content-range') ?? '') ?? [];
  if (response.status === 206 && Number(from) === begun.bytes)
    return { start: begun.bytes, total: Number(whole), complete: false };
  await response.body?.cancel();
  const isWhole = response.headers.get('content-range') === `bytes */${begun.bytes}`;
  if (response.status === 416 && isWhole) return { start: begun.bytes, total: begun.bytes, complete: true };
  if (response.status === 206 || response.status === 416) {
    // What lies there does not go with what the server has: the next try begins anew.
    await rm(part, { force: true });
    await rm(`${part}.json`, { force: true });
    throw new Error('the server has another file than the one that was begun');
  }
  if (response.status === 404 || response.status === 410)
    throw new Problem(
      `There is nothing at ${url} (${response.status}).`,
      'The release may have moved: look where it is now, and give its folder with --from.',
    );
  if (response.status >= 500) throw new Error(`it answered ${response.status}`);
  throw new Problem(
    `${new URL(url).host} answered ${response.status} for ${url}.`,
    'Try again later, or give another address of the release with --from.',
  );
}

/** @param {string} part @param {number} needed bytes */
async function checkRoom(part, needed) {
  const { bavail, bsize } = await statfs(dirname(part));
  const free = bavail * bsize;
  if (needed > free)
    throw new Problem(
      `There is no room: ${Math.ceil(needed / 1e6)} MB are needed, ${Math.floor(free / 1e6)} MB are free.`,
      'Make room, or name another disk’s folder with --folder.',
    );
}
