import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** AssemblyScript: looks like TypeScript, and no parser but its own compiler's reads it. */
const otherLanguage = 'worker/kernels/assembly/';

/**
 * The TypeScript below a folder, by its path there, with forward slashes.
 * @param {string} folder
 * @returns {Promise<Map<string, string>>}
 */
export async function readSources(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  /** @type {Map<string, string>} */
  const sources = new Map();
  for (const entry of entries) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).split(sep).join('/');
    if (!path.startsWith(otherLanguage)) sources.set(path, readFileSync(file, 'utf8'));
  }
  return sources;
}
