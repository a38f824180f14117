import { findCycles } from './findCycles.mjs';
import { readImports } from './readImports.mjs';
import { brokenRule } from './rules.mjs';

/**
 * Everything in a source tree that goes against the house's import directions, one line each.
 * @param {ReadonlyMap<string, string>} sources TypeScript by path below `src`, with forward slashes
 * @returns {string[]}
 */
export function checkTree(sources) {
  const imports = readImports(sources);
  const broken = imports.flatMap((edge) => {
    const rule = brokenRule(edge);
    return rule === null ? [] : [`src/${edge.from} imports “${edge.specifier}”: ${rule}.`];
  });
  const cycles = findCycles(imports).map((cycle) => `A circle of imports: ${cycle.join(' → ')}.`);
  return [...broken, ...cycles];
}
