/** @typedef {import('./readImports.mjs').Import} Import */

/** Files that put their thread together: they may import from all of it. */
const roots = ['page/main.tsx', 'page/console.ts', 'worker/main.ts', 'worker/dispatch.ts'];

/**
 * Which folders of `src` a folder may import from, itself and `shared` apart: calls go down, never up. `page/*` and
 * `worker/*` stand for the other files directly in these folders: tools for all of the thread.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const below = {
  shared: [],
  'page/app': [
    'page',
    'page/panels',
    'page/parts',
    'page/flows',
    'page/engine',
    'page/intake',
    'page/state',
    'page/ui',
    'page/paint',
  ],
  'page/panels': ['page/parts', 'page/flows', 'page/engine', 'page/intake', 'page/state', 'page/ui', 'page/paint'],
  'page/parts': ['page/flows', 'page/engine', 'page/intake', 'page/state', 'page/ui', 'page/paint'],
  'page/flows': ['page/engine', 'page/intake', 'page/state', 'page/paint'],
  'page/engine': [],
  'page/intake': [],
  'page/state': [],
  'page/ui': ['page/state', 'page/paint'],
  'page/paint': [],
  'worker/*': [],
  'worker/calls': ['worker/convert', 'worker/explain', 'worker/face', 'worker/network', 'worker/kernels'],
  'worker/convert': ['worker/network'],
  'worker/explain': ['worker/face', 'worker/network', 'worker/kernels'],
  'worker/face': ['worker/network', 'worker/kernels'],
  'worker/network': ['worker/kernels'],
  'worker/kernels': [],
};

/** Where React has no business, and the packages that bring it along. */
const withoutReact = ['shared', 'page/engine', 'page/flows', 'page/intake', 'page/paint', 'page/state'];
const reactPackages =
  /^(react|react-dom|@base-ui\/react|@tanstack\/react-virtual|lucide-react|sonner|zustand|zustand\/react)(\/|$)/;
const isVanilla = /^zustand\/(vanilla|middleware)/;
/** The thin hook that binds the stores to React. */
const hook = 'page/state/useStore.ts';

/** 'page/panels/filters/Grid.tsx' → 'page/panels'; 'worker/main.ts' → 'worker/root'. @param {string} path */
function folderOf(path) {
  const [thread = '', folder = '', ...rest] = path.split('/');
  if (thread === 'shared') return thread;
  if (roots.includes(path)) return `${thread}/root`;
  return rest.length === 0 ? `${thread}/*` : `${thread}/${folder}`;
}

/** @param {string} path */
const threadOf = (path) => path.split('/')[0];

/** A worker is started by its address, which is no import of its code. @param {Import} edge */
const isWorkerAddress = ({ specifier }) => /\?(.*&)?worker\b/.test(specifier);

/** @param {Import} edge @returns {string | null} */
function checkPackage({ from, specifier }) {
  const folder = folderOf(from);
  if (folder === 'shared') return '`shared` imports nothing outside itself';
  if (specifier.startsWith('@tensorflow/') && folder !== 'worker/kernels') {
    return 'only `worker/kernels` imports TensorFlow.js';
  }
  const bringsReact = reactPackages.test(specifier) && !isVanilla.test(specifier);
  if (bringsReact && from !== hook && (withoutReact.includes(folder) || threadOf(from) === 'worker')) {
    return `\`${folder}\` knows no React`;
  }
  return null;
}

/** @param {string} from @param {string} to @returns {string | null} */
function checkFile(from, to) {
  const [source, target] = [folderOf(from), folderOf(to)];
  if (source === 'shared' && target !== 'shared') return '`shared` imports nothing outside itself';
  if (to.startsWith('../') || target === 'shared') return null;
  if (threadOf(from) !== threadOf(to)) return 'an import never crosses from one thread to the other';
  if (source === 'page/panels' && target === source && from.split('/')[2] !== to.split('/')[2]) {
    return 'panels never import each other';
  }
  if (source === target || roots.includes(from) || target === `${threadOf(from)}/*`) return null;
  const allowed = below[source];
  if (allowed === undefined) return `\`${source}\` has no place in the house: give it one in scripts/imports/rules.mjs`;
  return allowed.includes(target) ? null : `\`${source}\` must not import from \`${target}\``;
}

/**
 * What an import breaks, or null.
 * @param {Import} edge
 * @returns {string | null}
 */
export function brokenRule(edge) {
  if (isWorkerAddress(edge)) return null;
  return edge.to === null ? checkPackage(edge) : checkFile(edge.from, edge.to);
}
