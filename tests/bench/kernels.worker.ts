/**
 * Times our convolution kernels and TensorFlow.js's, turn by turn, in one worker and one memory. Posts one row a shape, then
 * the peak: what the multiply-add kernel does with everything in the first-level cache.
 */
import { getKernel, type KernelConfig, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import { convolve } from '../../src/worker/kernels/convolution';
import { openDevice } from '../../src/worker/kernels/device';
import { chooseVariants, type FoveaKernels, loadFoveaKernels } from '../../src/worker/kernels/foveaKernels';
import { tensor } from '../../src/worker/kernels/tensor';
import type { KernelReport, KernelRow, KernelShape } from './kernelRow';

const kernelName = 'FusedConv2D';
/** Long enough for a clock of 0.1 ms. */
const shortestRun = 20;
const rounds = 8;

function use(kernel: KernelConfig): void {
  unregisterKernel(kernelName, 'wasm');
  registerKernel(kernel);
}

/** The fastest of several rounds: what the machine can do between its other work. */
function timeShape(shape: KernelShape, contestants: readonly KernelConfig[]): KernelRow {
  const { size, channels, filters, taps, stride, pad } = shape;
  const random = (length: number) => Float32Array.from({ length }, () => Math.random() - 0.5);
  const x = tensor(random(size * size * channels), [1, size, size, channels]);
  const filter = tensor(random(taps * taps * channels * filters), [taps, taps, channels, filters]);
  const pads = { top: pad, bottom: pad, left: pad, right: pad };
  const once = () => convolve({ x, filter, strides: [stride, stride], pads }).dispose();
  const times = contestants.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    for (const [i, contestant] of contestants.entries()) {
      use(contestant);
      once();
      let runs = 0;
      const begun = performance.now();
      while (performance.now() - begun < shortestRun) {
        once();
        runs++;
      }
      times[i] = Math.min(times[i] as number, (performance.now() - begun) / runs);
    }
  }
  for (const used of [x, filter]) used.dispose();
  const outputs = Math.floor((size + 2 * pad - taps) / stride + 1) ** 2;
  const operations = 2 * taps * taps * channels * filters * outputs;
  return { shape, milliseconds: times as [number, number], operations };
}

function peakOf({ exports, scratch }: FoveaKernels): number {
  const [groups, times] = [64, 20_000];
  const working = scratch.reserve(256 * groups + 192);
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 30; i++) {
    const begun = performance.now();
    exports.measurePeak(working, groups, times);
    best = Math.min(best, performance.now() - begun);
  }
  return (2 * 6 * 8 * 4 * groups * times) / best / 1e6;
}

async function run(shapes: readonly KernelShape[]): Promise<KernelReport> {
  await import('@tensorflow/tfjs-backend-wasm');
  const theirs = getKernel(kernelName, 'wasm');
  const { kernels } = await openDevice('wasm', () => undefined);
  const ours = getKernel(kernelName, 'wasm');
  const [variant = null] = await chooseVariants();
  const loaded = variant && (await loadFoveaKernels(variant));
  if (!loaded) throw new Error('This browser cannot run our kernels.');
  return { kernels, rows: shapes.map((shape) => timeShape(shape, [ours, theirs])), peak: peakOf(loaded) };
}

self.onmessage = async ({ data }: MessageEvent<readonly KernelShape[]>) => {
  self.postMessage(await run(data).catch((error: unknown) => ({ error: String(error) })));
};
