import type { AscentSettings } from '../../../shared/ascent';
import { FoveaError } from '../../../shared/errors';
import type { Preprocessing } from '../../../shared/network';
import { createRandom, normal } from '../../../shared/random';
import {
  add,
  keep,
  matMul,
  mul,
  reshape,
  reverse,
  sigmoid,
  sub,
  type Tensor,
  tensor,
  transpose,
} from '../../kernels/tensor';
import { pixelToInput } from '../../network/preprocess';
import type { Parameterisation } from './parameterisation';

/**
 * Square root of the covariance of natural colours, as measured on ImageNet by the Lucid library
 * (`color_correlation_svd_sqrt`), divided by its largest column norm: rows are R, G, B.
 */
const colourBasis = (() => {
  const rows = [
    [0.26, 0.09, 0.02],
    [0.27, 0.0, -0.05],
    [0.27, -0.09, 0.03],
  ];
  const norms = [0, 1, 2].map((c) => Math.hypot(...rows.map((row) => row[c] ?? 0)));
  const largest = Math.max(...norms);
  return Float32Array.from(rows.flat(), (value) => value / largest);
})();

/**
 * Lucid's image parameterisation (Olah et al., 2017): a half spectrum [2 (real, imaginary), 3, n, n/2 + 1], scaled by
 * 1 / frequency, goes through an inverse real Fourier transform, the colour basis and a sigmoid. The transform is two
 * matrix products with cosines and sines, so its gradient is the transposed product, exact on every backend.
 */
export function createFourier(settings: AscentSettings, size: number, preprocessing: Preprocessing): Parameterisation {
  const half = Math.floor(size / 2) + 1;
  const shape = [2, 3, size, half];
  const bases = createBases(size, half);
  const input = pixelToInput(preprocessing);
  const offset = keep(tensor(Float32Array.from(input.offset), [3]));
  const swap = (x: Tensor) => (preprocessing.order === 'bgr' ? reverse(x, 3) : x);
  const toColour = (parameters: Tensor) => sigmoid(inverseTransform(parameters, bases, size));
  return {
    shape,
    start: (filter) => {
      const random = createRandom(settings.seed, filter);
      const { spread } = settings.start;
      return Float32Array.from({ length: 6 * size * half }, () => normal(random) * spread);
    },
    fromInput: () => {
      throw new FoveaError(
        'The Lucid preset starts from a spectrum, not from a picture.',
        'Leave `start` away or choose another preset.',
      );
    },
    toInput: (parameters) => add(mul(swap(toColour(parameters)), 255 * input.scale), offset),
    gradient: (parameters, inputGradient) => {
      const colour = toColour(parameters);
      const inner = mul(swap(mul(inputGradient, 255 * input.scale)), mul(colour, sub(1, colour)));
      return transposedTransform(inner, bases, size, half);
    },
    dispose: () => {
      offset.dispose();
      for (const tensor of Object.values(bases)) tensor.dispose();
    },
  };
}

interface Bases {
  /** [size, 2 · size]: cos and −sin of the rows' frequencies. */
  readonly rows: Tensor;
  /** [2 · half, 2 · size]: from (re, im) to (re · cos − im · sin, re · sin + im · cos) along the columns. */
  readonly columns: Tensor;
  /** [1, 1, size, half]: 1 / frequency, with the transform's norms. */
  readonly scale: Tensor;
  /** [3, 3]: colour basis, transposed. */
  readonly colours: Tensor;
}

function createBases(size: number, half: number): Bases {
  const rows = new Float32Array(size * 2 * size);
  const columns = new Float32Array(2 * half * 2 * size);
  const scale = new Float32Array(size * half);
  for (let m = 0; m < size; m++) {
    for (let k = 0; k < size; k++) {
      const angle = (2 * Math.PI * ((m * k) % size)) / size;
      rows[m * 2 * size + k] = Math.cos(angle);
      rows[m * 2 * size + size + k] = -Math.sin(angle);
    }
  }
  for (let l = 0; l < half; l++) {
    for (let n = 0; n < size; n++) {
      const angle = (2 * Math.PI * ((l * n) % size)) / size;
      columns[l * 2 * size + n] = Math.cos(angle);
      columns[l * 2 * size + size + n] = Math.sin(angle);
      columns[(half + l) * 2 * size + n] = -Math.sin(angle);
      columns[(half + l) * 2 * size + size + n] = Math.cos(angle);
    }
    for (let k = 0; k < size; k++) scale[k * half + l] = spectrumScale(k, l, size);
  }
  const transposed = Float32Array.from({ length: 9 }, (_, i) => colourBasis[(i % 3) * 3 + Math.floor(i / 3)] ?? 0);
  return {
    rows: keep(tensor(rows, [size, 2 * size])),
    columns: keep(tensor(columns, [2 * half, 2 * size])),
    scale: keep(tensor(scale, [1, 1, size, half])),
    colours: keep(tensor(transposed, [3, 3])),
  };
}

/**
 * Lucid: 1 / max(frequency, 1 / size) × size / 4; the inverse transform: 1 / size² and every column but the first (and
 * the last, if size is even) twice, for the conjugate half that is not stored.
 */
function spectrumScale(k: number, l: number, size: number): number {
  const row = (k <= size / 2 ? k : k - size) / size;
  const frequency = Math.max(Math.hypot(row, l / size), 1 / size);
  const twice = l === 0 || (size % 2 === 0 && l === size / 2) ? 1 : 2;
  return (size / frequency / 4) * (twice / size ** 2);
}

const product = (a: Tensor, b: Tensor, transposeA = false, transposeB = false): Tensor =>
  matMul(a as never, b as never, transposeA, transposeB) as Tensor;

/** Spectrum [2, 3, n, half] → decorrelated colours before the sigmoid [1, n, n, 3]. */
function inverseTransform(spectrum: Tensor, { rows, columns, scale, colours }: Bases, size: number): Tensor {
  const [, , , half = 1] = spectrum.shape;
  const scaled = mul(spectrum, scale);
  // (re, im) side by side: [3 · n, 2 · half]; after the columns' transform: [3 · n, 2 · n].
  const sides = reshape(transpose(scaled, [1, 2, 0, 3]), [3 * size, 2 * half]);
  const middle = reshape(product(sides, columns), [3, size, 2, size]);
  // The rows' transform mixes both parts: [n, 2 · n] × [2 · n, 3 · n].
  const stacked = reshape(transpose(middle, [2, 1, 0, 3]), [2 * size, 3 * size]);
  const planes = reshape(product(rows, stacked), [size, 3, size]);
  const pixels = reshape(transpose(planes, [0, 2, 1]), [size * size, 3]);
  return reshape(product(pixels, colours), [1, size, size, 3]);
}

/** The transpose of `inverseTransform`: the same products backwards. */
function transposedTransform(
  gradient: Tensor,
  { rows, columns, scale, colours }: Bases,
  size: number,
  half: number,
): Tensor {
  const pixels = product(reshape(gradient, [size * size, 3]), colours, false, true);
  const planes = reshape(transpose(reshape(pixels, [size, size, 3]), [0, 2, 1]), [size, 3 * size]);
  const stacked = reshape(product(rows, planes, true), [2, size, 3, size]);
  const middle = reshape(transpose(stacked, [2, 1, 0, 3]), [3 * size, 2 * size]);
  const sides = reshape(product(middle, columns, false, true), [3, size, 2, half]);
  return mul(transpose(sides, [2, 0, 1, 3]), scale);
}
