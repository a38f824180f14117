/** @typedef {import('./readImports.mjs').Import} Import */

/**
 * Files that import each other in a circle, one circle for each import that closes one.
 * @param {readonly Import[]} imports
 * @returns {string[][]} paths, the first repeated at the end
 */
export function findCycles(imports) {
  /** @type {Map<string, string[]>} */
  const targets = new Map();
  for (const { from, to } of imports) {
    if (to !== null) targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  /** @type {string[][]} */
  const cycles = [];
  const finished = new Set();
  /** @param {string} path @param {readonly string[]} trail */
  const visit = (path, trail) => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path]);
    if (start >= 0 || finished.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    finished.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return cycles;
}
