/**
 * Compiles the AssemblyScript of src/worker/kernels/assembly to WebAssembly, once with relaxed SIMD and once with plain
 * SIMD, into src/worker/kernels/generated. vite.config.ts calls it, so that development, builds, tests and benches all
 * find it done; it takes a few seconds after a change and nothing otherwise. `node scripts/buildKernels.mjs` does it
 * alone.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const sources = fileURLToPath(new URL('../src/worker/kernels/assembly/', import.meta.url));
const output = fileURLToPath(new URL('../src/worker/kernels/generated/', import.meta.url));
const lock = fileURLToPath(new URL('../package-lock.json', import.meta.url));

/** Memory is TensorFlow.js's own; no runtime, no data of ours in it: everything is passed as an address. */
const common = ['--importMemory', '--noExportMemory', '--runtime', 'stub', '-O3', '--noAssert', '--enable', 'simd'];
/** @type {Readonly<Record<string, readonly string[]>>} */
const variants = { 'relaxed-simd': ['--enable', 'relaxed-simd'], simd: [] };

/** Changes with every source, with this script and with the compiler. */
async function fingerprint() {
  const names = (await readdir(sources)).filter((name) => name.endsWith('.ts')).sort();
  const files = [...names.map((name) => sources + name), fileURLToPath(import.meta.url)];
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(sources.length)).update(await readFile(file));
  const { packages } = JSON.parse(await readFile(lock, 'utf8'));
  return hash.update(packages['node_modules/assemblyscript'].version).digest('hex');
}

/**
 * Written under another name and moved in place whole: another process may read or build at the same time.
 * @param {string} variant
 */
async function compile(variant) {
  const { default: asc } = await import('assemblyscript/asc');
  const temporary = `${variant}.${process.pid}.tmp`;
  const outFile = ['--outFile', `../generated/${temporary}`];
  const flags = [...common, ...(variants[variant] ?? [])];
  const { error, stderr } = await asc.main(['index.ts', '--baseDir', sources, ...outFile, ...flags]);
  if (error) throw new Error(`The kernels do not compile.\n${stderr.toString()}`, { cause: error });
  await rename(output + temporary, `${output}kernels.${variant}.wasm`);
}

export async function buildKernels() {
  const wanted = await fingerprint();
  if ((await readFile(`${output}fingerprint`, 'utf8').catch(() => '')) === wanted) return;
  await mkdir(output, { recursive: true });
  for (const variant of Object.keys(variants)) await compile(variant);
  await writeFile(`${output}fingerprint`, wanted);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildKernels();
