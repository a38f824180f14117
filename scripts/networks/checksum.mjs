import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Problem } from './problem.mjs';

/**
 * Digests of a file, hexadecimal, in one reading.
 * @param {AbortSignal} signal @param {string} path
 */
export async function digestsOf(signal, path) {
  const hashes = { md5: createHash('md5'), sha256: createHash('sha256') };
  for await (const chunk of createReadStream(path, { signal, highWaterMark: 2 ** 20 })) {
    hashes.md5.update(chunk);
    hashes.sha256.update(chunk);
  }
  return { md5: hashes.md5.digest('hex'), sha256: hashes.sha256.digest('hex') };
}

/** Where the SHA-256 of a file's first download stands, as sha256sum writes it. @param {string} path */
const recordOf = (path) => `${path}.sha256`;

/** @param {string} path @returns {Promise<string | null>} */
async function recorded(path) {
  const text = await readFile(recordOf(path), 'utf8').catch(() => '');
  return /^[0-9a-f]{64}/.exec(text)?.[0] ?? null;
}

/**
 * Holds a file against the published MD5, or else against the SHA-256 of its first download.
 * @param {AbortSignal} signal
 * @param {{ path: string, target: string, md5?: string, record?: boolean }} file `path`: where it lies; `target`: where
 *   it will; `record`: it has just been downloaded, and where it is the first one, its SHA-256 is kept
 * @returns {Promise<{ sha256: string, checked: 'published' | 'first-download' | 'recorded' | 'unknown' }>} what it
 *   agreed with; 'recorded' and 'unknown': there was nothing to hold it against
 */
export async function verify(signal, { path, target, md5, record = false }) {
  const digests = await digestsOf(signal, path);
  const name = basename(target);
  if (md5 !== undefined) {
    if (digests.md5 !== md5) throw wrong(name, 'the published MD5', md5, digests.md5);
    return { sha256: digests.sha256, checked: 'published' };
  }
  const first = await recorded(target);
  if (first !== null && first !== digests.sha256)
    throw wrong(name, 'the SHA-256 of its first download', first, digests.sha256);
  if (first !== null) return { sha256: digests.sha256, checked: 'first-download' };
  if (record) await writeFile(recordOf(target), `${digests.sha256}  ${name}\n`);
  return { sha256: digests.sha256, checked: record ? 'recorded' : 'unknown' };
}

/** @param {string} name @param {string} what @param {string} expected @param {string} got */
const wrong = (name, what, expected, got) =>
  new Problem(
    `${name} is not what it should be: ${what} is ${expected}, this file’s is ${got}.`,
    'It was deleted. Run the command again; if it stays so, do not use the file: it is not the released one.',
  );
