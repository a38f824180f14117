/** The reference: the same ascent on plain tfjs operations, differentiated by `tf.grad`. */
import * as tf from '@tensorflow/tfjs';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import wasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import wasmSimd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import wasmThreaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import type { Backend } from '../../src/shared/device';
import type { BenchNetwork, Job } from './job';
import { answerCalls } from './remote';
import { dlibResnet } from './tape/dlibResnet';
import type { Forward } from './tape/forward';
import { hseMobilenet } from './tape/hseMobilenet';
import { stepFrom } from './tape/stepFrom';
import { vgg16 } from './tape/vgg16';

const builders: Record<BenchNetwork, () => Forward | Promise<Forward>> = {
  vgg16,
  'dlib-resnet': dlibResnet,
  'hse-mobilenet': hseMobilenet,
};
const networks = new Map<BenchNetwork, Forward>();
let ready: { job: Job; forward: Forward; image: tf.Tensor4D } | null = null;

async function open(backend: Backend): Promise<string> {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': wasm,
    'tfjs-backend-wasm-simd.wasm': wasmSimd,
    'tfjs-backend-wasm-threaded-simd.wasm': wasmThreaded,
  });
  setThreadsCount(1);
  if (!(await tf.setBackend(backend))) throw new Error(`tfjs cannot start ${backend} here.`);
  await tf.ready();
  return `tfjs ${tf.version.tfjs}`;
}

async function prepare(job: Job): Promise<number> {
  const forward = networks.get(job.network) ?? (await builders[job.network]());
  networks.set(job.network, forward);
  ready?.image.dispose();
  ready = { job, forward, image: tf.randomUniform([1, job.size, job.size, 3], -0.125, 0.125, 'float32', 1) };
  return run(1);
}

async function run(steps: number): Promise<number> {
  if (ready === null) throw new Error('No job is ready.');
  const { job, forward } = ready;
  const begun = performance.now();
  for (let step = 0; step < steps; step++) {
    const next = stepFrom(ready.image, forward, job.layer);
    ready.image.dispose();
    ready.image = next;
    await next.data();
  }
  return (performance.now() - begun) / steps;
}

answerCalls({ open, prepare, run });
