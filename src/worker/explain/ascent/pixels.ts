import type { AscentSettings } from '../../../shared/ascent';
import type { Preprocessing } from '../../../shared/network';
import { createRandom } from '../../../shared/random';
import { scaleAndAdd } from '../../kernels/scaleAndAdd';
import { keep, mul, reverse, type Tensor, tensor } from '../../kernels/tensor';
import { channelOrder, pixelToInput } from '../../network/preprocess';
import type { Parameterisation } from './parameterisation';

/** 0..255 = value × factor + addend, for an image in [−1, 1] and one in 0..255. */
const toPixel = { signed: { factor: 127.5, addend: 127.5 }, pixel: { factor: 1, addend: 0 } } as const;

/**
 * The image itself is changed: network-input values, or RGB in [−1, 1] or 0..255, which an affine map per channel (and
 * a swap to BGR where the network wants it) makes the network's input.
 */
export function createPixels(settings: AscentSettings, size: number, preprocessing: Preprocessing): Parameterisation {
  const shape = [1, size, size, 3];
  const { centre, spread } = settings.start;
  const start = (filter: number) => {
    const random = createRandom(settings.seed, filter);
    return Float32Array.from({ length: size * size * 3 }, () => centre + spread * (random() - 0.5));
  };
  if (settings.parameterisation === 'network') {
    return {
      shape,
      start,
      fromInput: (values) => Float32Array.from(values),
      toInput: (parameters) => parameters.clone(),
      gradient: (_, inputGradient) => inputGradient.clone(),
      dispose: () => undefined,
    };
  }
  return {
    shape,
    start,
    ...affineMap(settings.parameterisation === 'signed' ? 'signed' : 'pixel', shape, preprocessing),
  };
}

function affineMap(range: keyof typeof toPixel, shape: readonly number[], preprocessing: Preprocessing) {
  const { factor, addend } = toPixel[range];
  const input = pixelToInput(preprocessing);
  const scale = input.scale * factor;
  const offsets = input.offset.map((offset) => offset + input.scale * addend);
  // As large as the picture: TensorFlow.js adds equal shapes twenty times as fast as it repeats the smaller one
  // (measured).
  const everywhere = new Float32Array(shape.reduce((product, extent) => product * extent, 1));
  for (let i = 0; i < everywhere.length; i++) everywhere[i] = offsets[i % 3] ?? 0;
  const offset = keep(tensor(everywhere, [...shape]));
  const swap = (x: Tensor) => (preprocessing.order === 'bgr' ? reverse(x, 3) : x);
  const order = channelOrder(preprocessing);
  return {
    fromInput: (values: Float32Array) => {
      const parameters = new Float32Array(values.length);
      values.forEach((value, i) => {
        const c = i % 3;
        parameters[i - c + (order[c] ?? c)] = (value - (offsets[c] ?? 0)) / scale;
      });
      return parameters;
    },
    toInput: (parameters: Tensor) => scaleAndAdd(swap(parameters), scale, offset),
    gradient: (_: Tensor, inputGradient: Tensor) => swap(mul(inputGradient, scale)),
    dispose: () => offset.dispose(),
  };
}
