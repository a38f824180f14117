import { readdir, readFile } from 'node:fs/promises';

/**
 * What a browser takes of the machine's memory, in bytes: each process's proportional share (PSS), in which what
 * several map counts once. Linux tells it; elsewhere there is none.
 * @typedef {object} TreeMemory
 * @property {number} all the browser with all its processes
 * @property {number} pages its renderers: the page with its workers
 */

/** @param {string} path */
const read = (path) => readFile(path, 'utf8').catch(() => '');

/** @param {number} root @returns {Promise<number[]>} the process and all that it has started */
async function treeOf(root) {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const name of await readdir('/proc')) {
    const [, parent] = /^PPid:\s*(\d+)$/m.exec(/^\d+$/.test(name) ? await read(`/proc/${name}/status`) : '') ?? [];
    if (parent !== undefined) children.set(Number(parent), [...(children.get(Number(parent)) ?? []), Number(name)]);
  }
  const found = [root];
  for (const process of found) found.push(...(children.get(process) ?? []));
  return found;
}

/**
 * @param {number} process the browser's main one, or with `started` the one that has started it, which does not count
 * @param {boolean} [started]
 * @returns {Promise<TreeMemory | null>}
 */
export async function memoryOfTree(process, started = true) {
  if ((await read('/proc/self/smaps_rollup')) === '') return null;
  const memory = { all: 0, pages: 0 };
  for (const id of (await treeOf(process)).slice(started ? 1 : 0)) {
    const [, kilobytes = '0'] = /^Pss:\s*(\d+) kB$/m.exec(await read(`/proc/${id}/smaps_rollup`)) ?? [];
    const bytes = Number(kilobytes) * 1024;
    memory.all += bytes;
    if ((await read(`/proc/${id}/cmdline`)).includes('--type=renderer')) memory.pages += bytes;
  }
  return memory;
}

/**
 * Looks at the memory again and again until it is told to stop.
 * @param {number} process
 * @param {boolean} [started] as for `memoryOfTree`
 * @returns {() => Promise<TreeMemory>} ends it: the highest of each that was seen
 */
export function watchMemory(process, started = true) {
  const peak = { all: 0, pages: 0 };
  let watching = true;
  const look = async () => {
    while (watching) {
      const now = await memoryOfTree(process, started);
      if (now === null) return;
      peak.all = Math.max(peak.all, now.all);
      peak.pages = Math.max(peak.pages, now.pages);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const done = look();
  return async () => {
    watching = false;
    await done;
    return peak;
  };
}
