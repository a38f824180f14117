import { median } from './median.mjs';
import { openTorch } from './torchPeer.mjs';
import { vgg16Operations } from './vgg16Operations.mjs';
import { withPage } from './withPage.mjs';

const layers = ['conv1_2', 'conv2_2', 'conv3_3', 'conv4_3', 'conv5_3'];
const size = 180;
const turns = 7;
/** Milliseconds that a turn of either should take at least. */
const longEnough = 800;
const cores = 2;

/**
 * Milliseconds an ascent step of VGG16 at 180×180: Fovea's two workers, PyTorch with two threads and the plain tape,
 * turn by turn in one run, so that all meet the same machine.
 * @param {import('playwright-core').Browser} browser
 * @param {string} python
 */
export async function timePeers(browser, python) {
  const torch = await openTorch(python, cores);
  try {
    return await withPage(browser, 'tests/bench/vite.config.ts', async (page, url) => {
      await page.goto(url);
      await page.evaluate(async () => {
        window.pair = await window.openPair();
      });
      const peak = (await page.evaluate((shapes) => window.timeKernels(shapes), [])).peak;
      console.log(
        `VGG16, random weights, ${size}×${size}: milliseconds an ascent step, medians of ${turns} turns taken in turn`,
      );
      console.log(
        `Fovea: ${cores} workers, one filter each. Peer: ${torch.name}, ${cores} threads. Multiply-add peak ${peak.toFixed(1)} GFLOP/s a core.\n`,
      );
      console.log('layer       Fovea     peer    ratio  (range)       tf.grad   faster  GFLOP/s a core  of peak');
      const rows = [];
      for (const layer of layers) rows.push(await timeLayer(page, torch, layer, peak));
      return { peer: torch.name, threads: cores, peak, rows };
    });
  } finally {
    torch.close();
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {Awaited<ReturnType<typeof openTorch>>} torch
 * @param {string} layer
 * @param {number} peak
 */
async function timeLayer(page, torch, layer, peak) {
  const job = { network: /** @type {const} */ ('vgg16'), layer, size };
  await page.evaluate((given) => window.pair.prepare(given, true), job);
  await torch.prepare(layer, size);
  const warm = await page.evaluate(() => window.pair.turn(1));
  const steps = Math.max(1, Math.ceil(longEnough / warm / cores));
  const ours = [];
  /** @type {number[]} */
  const theirs = [];
  const tape = [];
  for (let turn = 0; turn < turns; turn++) {
    ours.push(await page.evaluate((count) => window.pair.turn(count), steps));
    theirs.push(await torch.turn(steps));
    if (turn < 3) tape.push(await page.evaluate(() => window.pair.tapeTurn()));
  }
  const ratios = ours.map((time, i) => time / Number(theirs[i]));
  const row = {
    layer,
    fovea: median(ours),
    peer: median(theirs),
    ratio: median(ratios),
    ratios,
    tape: median(tape),
    gflopsPerCore: vgg16Operations(layer, size) / median(ours) / 1e6 / cores,
  };
  print(row, peak);
  return row;
}

/**
 * @param {{ layer: string, fovea: number, peer: number, ratio: number, ratios: number[], tape: number, gflopsPerCore:
 *   number }} row
 * @param {number} peak
 */
function print({ layer, fovea, peer, ratio, ratios, tape, gflopsPerCore }, peak) {
  const range = `(${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`;
  console.log(
    [
      layer.padEnd(8),
      fovea.toFixed(1).padStart(8),
      peer.toFixed(1).padStart(8),
      ratio.toFixed(2).padStart(8),
      range.padEnd(13),
      tape.toFixed(0).padStart(7),
      `${(tape / fovea).toFixed(0)}×`.padStart(8),
      gflopsPerCore.toFixed(0).padStart(14),
      `${Math.round((100 * gflopsPerCore) / peak)} %`.padStart(9),
    ].join(' '),
  );
}
