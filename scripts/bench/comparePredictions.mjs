import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { withPage } from './withPage.mjs';

const run = promisify(execFile);
const side = 224;

/**
 * How far Fovea's predictions of the whole VGG16 of VGGFace, with random weights, lie from those of TensorFlow.js's own
 * layers model with the same weights: the largest difference over 2,622 classes, as a share of the largest value.
 * @typedef {object} ComparedPredictions
 * @property {number} classes
 * @property {number} logits
 * @property {number} probabilities
 * @property {number} most the largest probability: random weights must not make the comparison an empty one
 */

/** @param {import('playwright-core').Browser} browser @returns {Promise<ComparedPredictions>} */
export async function comparePredictions(browser) {
  const folder = await mkdtemp(join(tmpdir(), 'fovea-predictions-'));
  try {
    const path = join(folder, 'vgg16.h5');
    const script = fileURLToPath(new URL('../makeWeights.mjs', import.meta.url));
    await run(process.execPath, ['--max-old-space-size=8192', script, 'vggface-vgg16', path]);
    const ours = await withPage(browser, 'vite.config.ts', (page, url) => predictHere(page, url, path));
    const theirs = await predictThere(path);
    const compared = {
      classes: ours.logits.length,
      logits: difference(ours.logits, theirs.logits),
      probabilities: difference(ours.probabilities, theirs.probabilities),
      most: Math.max(...theirs.probabilities),
    };
    console.log(`\nVGG16 of VGGFace, whole, random weights: Fovea against TensorFlow.js's layers model`);
    console.log(
      `  classes                             ${compared.classes}, the likeliest ${compared.most.toExponential(1)}`,
    );
    console.log(`  largest difference of logits        ${compared.logits.toExponential(1)} of the largest`);
    console.log(`  largest difference of probabilities ${compared.probabilities.toExponential(1)} of the largest`);
    return compared;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {readonly number[]} found @param {readonly number[]} expected */
function difference(found, expected) {
  if (found.length !== expected.length) throw new Error(`${found.length} answers, ${expected.length} expected.`);
  const largest = Math.max(...expected.map(Math.abs));
  return Math.max(...found.map((value, i) => Math.abs(value - (expected[i] ?? Number.NaN)))) / largest;
}

/** Pixel values 0..255 of a picture that both get, RGB. @param {number} i of a channel's value, HWC */
const pixel = (i) => (i * 7919 + Math.floor(i / 672) * 31) % 251;

/**
 * @param {import('playwright-core').Page} page @param {string} url @param {string} path
 * @returns {Promise<{ logits: number[], probabilities: number[] }>} by class
 */
async function predictHere(page, url, path) {
  await page.goto(`${url}?device=wasm#bench=networks&network=hse-mobilenet`);
  await page.evaluate(() => window.fovea.ready.then(() => undefined));
  await page.getByLabel('Files of the network').setInputFiles(path);
  await page.waitForFunction(() => !location.hash.includes('network=hse-mobilenet'), null, { timeout: 600_000 });
  const network = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('network') ?? '';
  const values = Array.from({ length: side * side * 3 }, (_, i) => pixel(i));
  return page.evaluate(
    async ({ network, values, side }) => {
      const rgba = new Uint8ClampedArray(side * side * 4).fill(255);
      for (const [i, value] of values.entries()) rgba[Math.floor(i / 3) * 4 + (i % 3)] = value;
      const picture = new ImageData(rgba, side, side);
      const { scores } = await window.fovea.explain({ network, picture, crop: 'none' });
      const byClass = [...scores].sort((a, b) => a.index - b.index);
      return { logits: byClass.map(({ logit }) => logit), probabilities: byClass.map((score) => score.probability) };
    },
    { network, values, side },
  );
}

/** @param {string} path @returns {Promise<{ logits: number[], probabilities: number[] }>} */
async function predictThere(path) {
  const tf = await import('@tensorflow/tfjs');
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  const { File, ready } = await import('h5wasm/node');
  setWasmPaths(dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm')) + sep);
  await tf.setBackend('wasm');
  await ready;
  const model = vgg16(tf);
  const file = new File(path, 'r');
  for (const layer of model.layers) {
    if (layer.weights.length === 0) continue;
    const read = (/** @type {string} */ weight) => {
      const found = file.get(`${layer.name}/${layer.name}/${weight}:0`);
      if (found === null || !('value' in found)) throw new Error(`No ${weight} of ${layer.name}.`);
      return tf.tensor(/** @type {Float32Array} */ (found.value), /** @type {number[]} */ (found.shape));
    };
    const weights = [read('kernel'), read('bias')];
    layer.setWeights(weights);
    for (const weight of weights) weight.dispose();
  }
  file.close();
  // BGR minus VGGFace's mean, as preprocess_input (version 1) of keras-vggface.
  const mean = [93.594, 104.7624, 129.1863];
  const input = Float32Array.from(
    { length: side * side * 3 },
    (_, i) => pixel(i - (i % 3) + 2 - (i % 3)) - (mean[i % 3] ?? 0),
  );
  const logits = /** @type {import('@tensorflow/tfjs').Tensor} */ (
    model.predict(tf.tensor4d(input, [1, side, side, 3]))
  );
  return { logits: [...(await logits.data())], probabilities: [...(await tf.softmax(logits).data())] };
}

/** VGG16 as in keras-vggface's models.py, up to its logits. @param {typeof import('@tensorflow/tfjs')} tf */
function vgg16(tf) {
  const model = tf.sequential();
  for (const [b, convolutions] of [2, 2, 3, 3, 3].entries()) {
    for (let i = 1; i <= convolutions; i++)
      model.add(
        tf.layers.conv2d({
          name: `conv${b + 1}_${i}`,
          filters: Math.min(512, 64 * 2 ** b),
          kernelSize: 3,
          padding: 'same',
          activation: 'relu',
          kernelInitializer: 'zeros',
          ...(b === 0 && i === 1 ? { inputShape: [side, side, 3] } : {}),
        }),
      );
    model.add(tf.layers.maxPooling2d({ name: `pool${b + 1}`, poolSize: 2, strides: 2 }));
  }
  model.add(tf.layers.flatten({ name: 'flatten' }));
  for (const [name, units] of /** @type {const} */ ([
    ['fc6', 4096],
    ['fc7', 4096],
    ['fc8', 2622],
  ]))
    model.add(
      tf.layers.dense({ name, units, kernelInitializer: 'zeros', ...(name === 'fc8' ? {} : { activation: 'relu' }) }),
    );
  return model;
}
