/**
 * Times our convolution kernels and TensorFlow.js's, turn by turn, in one worker and one memory. Posts one row a shape,
 * then the peak: what the multiply-add kernel does with everything in the first-level cache. A gradient without our
 * kernels is the phases' convolution by TensorFlow.js's, which has none for depthwise ones.
 */
import { getKernel, type KernelConfig, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import { openDevice } from '../../src/worker/kernels/device';
import { chooseVariants, type FoveaKernels, loadFoveaKernels } from '../../src/worker/kernels/foveaKernels';
import { registerFoveaKernels } from '../../src/worker/kernels/registerFoveaKernels';
import { tensor, tidy } from '../../src/worker/kernels/tensor';
import { DeviceWeights } from '../../src/worker/network/deviceWeights';
import type { Conv2dNode, DepthwiseConv2dNode } from '../../src/worker/network/graph';
import { ruleOf } from '../../src/worker/network/rules';
import type { KernelReport, KernelRow, KernelShape } from './kernelRow';

const replaced = ['FusedConv2D', 'FusedDepthwiseConv2D'];
/** Long enough for a clock of 0.1 ms. */
const shortestRun = 20;
const rounds = 8;

/** Puts one set of kernels to work. */
type Contestant = () => void;

function reinstate(kernels: readonly KernelConfig[]): void {
  for (const kernel of kernels) {
    unregisterKernel(kernel.kernelName, 'wasm');
    registerKernel(kernel);
  }
}

const random = (...shape: number[]) => ({
  shape,
  values: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => Math.random() - 0.5),
});

function nodeOf({ kind, channels, filters, taps, stride, pad }: KernelShape): Conv2dNode | DepthwiseConv2dNode {
  const shared = {
    name: 'timed',
    inputs: ['x'],
    parameters: 0,
    listed: true,
    bias: null,
    strides: [stride, stride] as const,
    dilations: [1, 1] as const,
    padding: { top: pad, bottom: pad, left: pad, right: pad },
    activation: 'linear' as const,
  };
  return kind === 'depthwise'
    ? { ...shared, kind: 'depthwiseConv2d', filter: random(taps, taps, channels, 1) }
    : { ...shared, kind: 'conv2d', filter: random(taps, taps, channels, filters) };
}

/** The fastest of several rounds: what the machine can do between its other work. */
function timeShape(shape: KernelShape, contestants: readonly Contestant[]): KernelRow {
  const { kind, pass, size, channels, filters, taps, stride, pad } = shape;
  const node = nodeOf(shape);
  const weights = new DeviceWeights();
  const side = Math.floor((size + 2 * pad - taps) / stride + 1);
  const x = tensor(random(size, size, channels).values, [1, size, size, channels]);
  const output = tensor(random(side, side, filters).values, [1, side, side, filters]);
  const context = { inputs: [x], output, gradient: output, weights, reluRule: 'standard' } as const;
  const rule = ruleOf(node);
  const run = () => (pass === 'forward' ? rule.forward(node, [x], weights) : rule.backward(node, context));
  const once = () => tidy(() => void run());
  const times = contestants.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    for (const [i, contestant] of contestants.entries()) {
      contestant();
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
  for (const used of [x, output, weights]) used.dispose();
  const operations = 2 * taps * taps * channels * (kind === 'depthwise' ? 1 : filters) * side ** 2;
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
  const theirs = replaced.map((name) => getKernel(name, 'wasm'));
  const { kernels } = await openDevice('wasm', () => undefined);
  const [variant = null] = await chooseVariants();
  const loaded = variant && (await loadFoveaKernels(variant));
  if (!loaded) throw new Error('This browser cannot run our kernels.');
  const contestants: readonly Contestant[] = [
    () => registerFoveaKernels(loaded),
    () => {
      registerFoveaKernels(null);
      reinstate(theirs);
    },
  ];
  return { kernels, rows: shapes.map((shape) => timeShape(shape, contestants)), peak: peakOf(loaded) };
}

self.onmessage = async ({ data }: MessageEvent<readonly KernelShape[]>) => {
  self.postMessage(await run(data).catch((error: unknown) => ({ error: String(error) })));
};
