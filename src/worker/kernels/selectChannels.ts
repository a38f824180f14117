import { pad, slice, type Tensor, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { FoveaKernels } from './foveaKernels';
import { addressOf, hasWasmKernel, offerWasmKernel, runWasmKernel, type WasmKernelArguments } from './wasmMemory';

const name = 'SelectChannels';

interface Attributes {
  readonly first: number;
  readonly count: number;
}

/**
 * Channels `first` to `first` + `count` − 1 of a tensor's last dimension; zeros before its first channel (`first` < 0)
 * and behind its last. At least one channel has to be its own. TensorFlow.js's slice on WASM copies the whole tensor
 * first.
 */
export function selectChannels(x: Tensor, first: number, count: number): Tensor {
  if (hasWasmKernel(name)) return runWasmKernel(name, { x }, { first, count } satisfies Attributes);
  const channels = x.shape.at(-1) ?? 1;
  const [begin, end] = [Math.max(0, first), Math.min(channels, first + count)];
  const last = x.shape.length - 1;
  const along = <T>(value: T, others: (size: number) => T) =>
    x.shape.map((size, i) => (i === last ? value : others(size)));
  const own = slice(
    x,
    along(begin, () => 0),
    along(end - begin, (size) => size),
  );
  return pad(
    own,
    along<[number, number]>([begin - first, first + count - end], () => [0, 0]),
  );
}

type Call = WasmKernelArguments<{ x: TensorInfo }, Attributes>;

function vectorised({ exports, backend }: FoveaKernels, { inputs: { x }, attrs }: Call): TensorInfo {
  const { first, count } = attrs;
  const channels = x.shape.at(-1) ?? 1;
  const y = backend.makeOutput([...x.shape.slice(0, -1), count], 'float32');
  const cells = util.sizeFromShape(x.shape) / channels;
  exports.selectChannels(addressOf(backend, x), addressOf(backend, y), cells, channels, first, count);
  return y;
}

export const registerSelectChannels = (kernels: FoveaKernels | null): void =>
  offerWasmKernel(name, kernels, vectorised);
