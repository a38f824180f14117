import { posix } from 'node:path';
import { parseAst } from 'vite';

/**
 * One import, as the rules see it: `to` is a path of the tree ('page/flows/start.ts'), or null for a package.
 * @typedef {{ from: string, specifier: string, to: string | null }} Import
 */

const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];

/**
 * The modules that a syntax tree names: imports, re-exports, `import()`, and types written as `import('…').T`.
 * @param {unknown} node
 * @returns {string[]}
 */
function specifiersIn(node) {
  if (Array.isArray(node)) return node.flatMap(specifiersIn);
  if (typeof node !== 'object' || node === null || !('type' in node)) return [];
  const inner = Object.values(node).flatMap(specifiersIn);
  const named = /** @type {{ source?: { type?: string, value?: unknown } | null }} */ (node).source;
  const isImport = /^(Import|Export|TSImport)/.test(String(node.type)) && typeof named?.value === 'string';
  return isImport ? [String(named?.value), ...inner] : inner;
}

/**
 * @param {ReadonlyMap<string, string>} sources
 * @param {string} from
 * @param {string} specifier
 * @returns {string | null}
 */
function resolve(sources, from, specifier) {
  if (!specifier.startsWith('.')) return null;
  const path = posix.normalize(posix.join(posix.dirname(from), specifier.replace(/\?.*$/, '')));
  return endings.map((ending) => path + ending).find((candidate) => sources.has(candidate)) ?? path;
}

/**
 * All imports of a source tree, type imports included.
 * @param {ReadonlyMap<string, string>} sources TypeScript by path below `src`, with forward slashes
 * @returns {Import[]}
 */
export function readImports(sources) {
  return [...sources].flatMap(([from, source]) => {
    const tree = parseAst(source, { lang: from.endsWith('.tsx') ? 'tsx' : 'ts' }, from);
    return specifiersIn(tree.body).map((specifier) => ({ from, specifier, to: resolve(sources, from, specifier) }));
  });
}
