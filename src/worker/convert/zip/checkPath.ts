import { hostile } from './limits';

const longest = 1024;

/**
 * @throws FoveaError when a path climbs out of its folder, starts at a root, or has parts that systems take differently
 */
export function checkPath(zip: string, path: string): void {
  const parts = path.replace(/\/$/, '').split('/');
  const climbs = parts.includes('..') || parts.includes('.') || parts.includes('');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const odd = /[\\:\x00-\x1f\x7f]/.test(path);
  if (climbs || odd || path.length > longest)
    throw hostile(zip, `the path “${path.slice(0, 80)}” in it leads out of its folder or is not plain`);
}
