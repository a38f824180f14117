import type { ObjectiveKind } from '../../../shared/ascent';
import { innerProduct } from '../../kernels/innerProduct';
import { mean, mul, square, type Tensor, tensor } from '../../kernels/tensor';

/** What an ascent maximises: a scalar of the last activation, and its gradient there. */
export interface Objective {
  /** Scalar tensor. */
  value(output: Tensor): Tensor;
  /** d value / d output, of the output's shape. */
  gradient(output: Tensor): Tensor;
  dispose(): void;
}

/**
 * The objective on an output of this shape, batch 1.
 * @param shape [height, width, channels] or [units] of the output that it will see (one channel, unless `layer`)
 * @param border cells left out at each edge; smaller maps keep at least their middle
 */
export function createObjective(kind: ObjectiveKind, shape: readonly number[], border: number): Objective {
  if (kind === 'layer') return meanOfSquares;
  const weights = kind === 'channel' ? borderlessMean(shape, border) : middleCell(shape);
  const functional = tensor(weights, [1, ...shape]);
  return {
    value: (output) => innerProduct(output, functional),
    gradient: () => functional.clone(),
    dispose: () => functional.dispose(),
  };
}

/** DeepDream's objective (Mordvintsev et al., 2015): mean of y², with gradient 2 y / n. */
const meanOfSquares: Objective = {
  value: (output) => mean(square(output)),
  gradient: (output) => mul(output, 2 / output.size),
  dispose: () => undefined,
};

/** Border that a map of this size can spare: something must be left. */
const spare = (size: number, border: number) => Math.min(border, Math.floor((size - 1) / 2));

function borderlessMean(shape: readonly number[], border: number): Float32Array {
  const [height = 1, width = 1] = shape.length === 3 ? shape : [1, 1];
  const channels = shape.at(-1) ?? 1;
  const [rows, columns] = [spare(height, border), spare(width, border)];
  const count = (height - 2 * rows) * (width - 2 * columns) * channels;
  const weights = new Float32Array(height * width * channels);
  for (let y = rows; y < height - rows; y++) {
    weights.fill(1 / count, (y * width + columns) * channels, (y * width + width - columns) * channels);
  }
  return weights;
}

function middleCell(shape: readonly number[]): Float32Array {
  const [height = 1, width = 1] = shape.length === 3 ? shape : [1, 1];
  const channels = shape.at(-1) ?? 1;
  const weights = new Float32Array(height * width * channels);
  const cell = Math.floor(height / 2) * width + Math.floor(width / 2);
  weights.fill(1 / channels, cell * channels, (cell + 1) * channels);
  return weights;
}
