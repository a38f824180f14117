import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { memoryOfTree, watchMemory } from './memoryOfTree.mjs';
import { withPage } from './withPage.mjs';
import { withProfile } from './withProfile.mjs';

/** @typedef {import('./memoryOfTree.mjs').TreeMemory} TreeMemory */

/**
 * What a network of the user's own costs, in milliseconds and bytes.
 * @typedef {object} NetworkCosts
 * @property {string} title
 * @property {string} store whether private files lie on the disk, as in a browser's own profile, or in an incognito
 *   window's memory
 * @property {number} file bytes of the file that is brought
 * @property {number} added from the choice of the file until it is loaded, and kept on the device
 * @property {number} reopened from the page's opening to its being loaded again from the device
 * @property {number} first the first prediction with its map, for which large layers are read from the device; without
 *   classes one ascent step at conv5_3
 * @property {number} again the same once more
 * @property {TreeMemory} before the page, with its first network loaded
 * @property {TreeMemory} peakAdding
 * @property {TreeMemory} steady ten seconds after it was added
 * @property {TreeMemory} peakPredicting
 * @property {TreeMemory} afterwards ten seconds after the predictions
 */

const none = { all: Number.NaN, pages: Number.NaN };
const run = promisify(execFile);
const kinds = [
  { title: 'VGG16 of VGGFace without top', name: 'notop', options: ['--notop'], predicts: false },
  { title: 'VGG16 of VGGFace, 2,622 people', name: 'whole', options: [], predicts: true },
];

const rest = () => new Promise((resolve) => setTimeout(resolve, 10_000));

/**
 * Asks a network of a picture, as a script does; one without classes has nothing to explain but its filters.
 * @param {{ network: string, predicts: boolean }} question
 * @returns {Promise<number>} milliseconds
 */
async function predict({ network, predicts }) {
  const size = 224;
  const rgba = Uint8ClampedArray.from({ length: size * size * 4 }, (_, i) => (i % 4 === 3 ? 255 : (i * 7) % 251));
  const picture = new ImageData(rgba, size, size);
  const begun = performance.now();
  if (predicts) await window.fovea.explain({ network, picture, crop: 'none' });
  else for await (const _ of window.fovea.ascend({ network, layer: 'conv5_3', filters: [0], steps: 1 })) void _;
  return performance.now() - begun;
}

/** @param {import('playwright-core').Browser} browser @returns {Promise<NetworkCosts[]>} */
export async function timeNetworks(browser) {
  const folder = await mkdtemp(join(tmpdir(), 'fovea-networks-'));
  try {
    /** @type {NetworkCosts[]} */
    const costs = [];
    for (const kind of kinds) {
      const path = join(folder, `${kind.name}.h5`);
      const script = fileURLToPath(new URL('../makeWeights.mjs', import.meta.url));
      await run(process.execPath, ['--max-old-space-size=8192', script, 'vggface-vgg16', path, ...kind.options]);
      costs.push(
        await withProfile('vite.config.ts', (page, url, own) =>
          timeNetwork(
            { page, url, memory: () => memoryOfTree(own, false), watch: () => watchMemory(own, false) },
            { ...kind, path, store: 'profile on the disk' },
          ),
        ),
      );
      const root = process.pid;
      if (kind.predicts)
        costs.push(
          await withPage(browser, 'vite.config.ts', (page, url) =>
            timeNetwork(
              { page, url, memory: () => memoryOfTree(root), watch: () => watchMemory(root) },
              { ...kind, path, store: 'incognito window' },
            ),
          ),
        );
      await rm(path);
    }
    print(costs);
    return costs;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @typedef {object} Opened
 * @property {import('playwright-core').Page} page
 * @property {string} url
 * @property {() => Promise<TreeMemory | null>} memory
 * @property {() => () => Promise<TreeMemory>} watch
 */

/**
 * @param {Opened} opened
 * @param {{ title: string, path: string, predicts: boolean, store: string }} kind
 * @returns {Promise<NetworkCosts>}
 */
async function timeNetwork({ page, url, memory: look, watch }, { title, path, predicts, store }) {
  const memory = async () => (await look()) ?? none;
  const ready = () => page.evaluate(() => window.fovea.ready.then(() => undefined));
  await page.goto(`${url}?device=wasm&workers=2#bench=networks&network=hse-mobilenet`);
  await ready();
  const before = await memory();
  const adding = watch();
  const begun = performance.now();
  await page.getByLabel('Files of the network').setInputFiles(path);
  await page.waitForFunction(() => !location.hash.includes('network=hse-mobilenet'), null, { timeout: 240_000 });
  const added = performance.now() - begun;
  const peakAdding = await adding();
  const network = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('network') ?? '';
  await rest();
  const steady = await memory();

  const opened = performance.now();
  await page.goto('about:blank');
  await page.goto(`${url}?device=wasm&workers=2#bench=networks&network=${network}`);
  await ready();
  await page.evaluate((id) => window.fovea.layers(id).then(() => undefined), network);
  const reopened = performance.now() - opened;
  const predicting = watch();
  const first = await page.evaluate(predict, { network, predicts });
  const again = await page.evaluate(predict, { network, predicts });
  // Both workers at once: each that computes a dense layer holds a copy of its weights.
  const question = { network, predicts };
  await Promise.all([page.evaluate(predict, question), page.evaluate(predict, question)]);
  const peakPredicting = await predicting();
  await rest();
  const { size: file } = await stat(path);
  const afterwards = await memory();
  return { title, store, file, added, reopened, first, again, before, peakAdding, steady, peakPredicting, afterwards };
}

/** @param {number} milliseconds */
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;
/** @param {TreeMemory} memory */
const gigabytes = ({ all, pages }) => `${(pages / 1e9).toFixed(2)} GB (browser ${(all / 1e9).toFixed(2)} GB)`;

/** @param {readonly NetworkCosts[]} costs */
function print(costs) {
  for (const cost of costs) {
    console.log(`\n${cost.title}, ${(cost.file / 1e6).toFixed(0)} MB, two WebAssembly workers, ${cost.store}:`);
    console.log(`  from the file to loaded and kept    ${seconds(cost.added)}`);
    console.log(`  page opened to loaded again         ${seconds(cost.reopened)}`);
    console.log(`  first prediction, the next one      ${seconds(cost.first)}, ${seconds(cost.again)}`);
    console.log(`  memory before                       ${gigabytes(cost.before)}`);
    console.log(`  at most while it is added           ${gigabytes(cost.peakAdding)}`);
    console.log(`  once it is loaded                   ${gigabytes(cost.steady)}`);
    console.log(`  at most while it predicts           ${gigabytes(cost.peakPredicting)}`);
    console.log(`  afterwards                          ${gigabytes(cost.afterwards)}`);
  }
}
