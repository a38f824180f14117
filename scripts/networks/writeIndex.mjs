import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @typedef {import('./releases.mjs').Release} Release */
/** @typedef {{ name: string, bytes: number, sha256: string }} IndexedFile */
/** @typedef {Pick<Release, 'id' | 'name' | 'preprocessing' | 'origin'> & { files: readonly IndexedFile[] }} Indexed */

/** The networks of a folder, as its index.json tells them. @param {string} folder @returns {Promise<Indexed[]>} */
export async function readIndex(folder) {
  try {
    const { networks } = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
    return Array.isArray(networks) ? networks : [];
  } catch {
    return [];
  }
}

/**
 * Adds a network to the folder's index.json, in the place of an older one of its id. The app reads it.
 * @param {string} folder @param {Indexed} network
 */
export async function writeIndex(folder, network) {
  const others = (await readIndex(folder)).filter(({ id }) => id !== network.id);
  const path = join(folder, 'index.json');
  await writeFile(`${path}.new`, `${JSON.stringify({ networks: [...others, network] }, null, 2)}\n`);
  await rename(`${path}.new`, path);
}
