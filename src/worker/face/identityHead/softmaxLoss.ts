import { breathe } from '../../breathe';

/** Weighted softmax regression: what is given, apart from the parameters. */
export interface SoftmaxProblem {
  /** [rows, dimensions]. */
  readonly points: Float32Array;
  /** Class of each row. */
  readonly owners: readonly number[];
  /** Weight of each row; they add up to 1. */
  readonly weights: Float64Array;
  readonly classes: number;
  readonly dimensions: number;
  /** L2 decay of the slopes; the biases have none. */
  readonly decay: number;
}

export interface Loss {
  /** Weighted mean cross-entropy in nats, decay not included. */
  readonly crossEntropy: number;
  /** What is minimised: cross-entropy + decay / 2 × sum of the squared slopes. */
  readonly value: number;
}

/** Rows computed together: each slope is read once for all of them. */
const block = 4;

/**
 * Loss at `parameters` = slopes v [classes, dimensions], then biases b [classes], with logit_k = v_k · x + b_k; writes
 * its gradient to `gradient`, of the same layout: Σ_i weight_i × (p_ik − [owner_i = k]) × x_i + decay × v_k.
 * @throws the signal's reason when aborted
 */
export async function softmaxLoss(
  signal: AbortSignal,
  problem: SoftmaxProblem,
  parameters: Float64Array,
  gradient: Float64Array,
): Promise<Loss> {
  const { classes, dimensions, decay, owners } = problem;
  const slopes = classes * dimensions;
  let squares = 0;
  for (let i = 0; i < slopes; i++) {
    const slope = parameters[i] as number;
    squares += slope * slope;
    gradient[i] = decay * slope;
  }
  gradient.fill(0, slopes);
  const scores = new Float64Array(block * classes);
  let crossEntropy = 0;
  for (let row = 0; row < owners.length; row += block) {
    await breathe(signal);
    const rows = Math.min(block, owners.length - row);
    writeLogits(problem, parameters, row, rows, scores);
    for (let i = 0; i < rows; i++) crossEntropy += toResiduals(problem, row + i, scores, i * classes);
    // Rows beyond the last count nothing.
    scores.fill(0, rows * classes);
    addGradient(problem, row, rows, scores, gradient);
  }
  return { crossEntropy, value: crossEntropy + (decay / 2) * squares };
}

/** Offsets of `block` rows from `row` on; the last one stands in for those that are missing. */
function offsets(row: number, rows: number, dimensions: number): readonly [number, number, number, number] {
  const of = (i: number) => (row + Math.min(i, rows - 1)) * dimensions;
  return [of(0), of(1), of(2), of(3)];
}

function writeLogits(
  { points, classes, dimensions }: SoftmaxProblem,
  parameters: Float64Array,
  row: number,
  rows: number,
  scores: Float64Array,
): void {
  const [r0, r1, r2, r3] = offsets(row, rows, dimensions);
  for (let k = 0; k < classes; k++) {
    const bias = parameters[classes * dimensions + k] as number;
    let [s0, s1, s2, s3] = [bias, bias, bias, bias];
    for (let d = 0, v = k * dimensions; d < dimensions; d++, v++) {
      const slope = parameters[v] as number;
      s0 += slope * (points[r0 + d] as number);
      s1 += slope * (points[r1 + d] as number);
      s2 += slope * (points[r2 + d] as number);
      s3 += slope * (points[r3 + d] as number);
    }
    scores[k] = s0;
    scores[classes + k] = s1;
    scores[2 * classes + k] = s2;
    scores[3 * classes + k] = s3;
  }
}

/** Turns a row's logits into weight × (p_k − [k = owner]); returns its share of the cross-entropy. */
function toResiduals(problem: SoftmaxProblem, row: number, scores: Float64Array, start: number): number {
  const { classes } = problem;
  const owner = problem.owners[row] as number;
  const weight = problem.weights[row] as number;
  let most = -Infinity;
  for (let k = start; k < start + classes; k++) most = Math.max(most, scores[k] as number);
  const own = (scores[start + owner] as number) - most;
  let sum = 0;
  for (let k = start; k < start + classes; k++) {
    const power = Math.exp((scores[k] as number) - most);
    scores[k] = power;
    sum += power;
  }
  for (let k = start; k < start + classes; k++) scores[k] = (weight * (scores[k] as number)) / sum;
  scores[start + owner] = (scores[start + owner] as number) - weight;
  return weight * (Math.log(sum) - own);
}

function addGradient(
  { points, classes, dimensions }: SoftmaxProblem,
  row: number,
  rows: number,
  residuals: Float64Array,
  gradient: Float64Array,
): void {
  const [r0, r1, r2, r3] = offsets(row, rows, dimensions);
  for (let k = 0; k < classes; k++) {
    const e0 = residuals[k] as number;
    const e1 = residuals[classes + k] as number;
    const e2 = residuals[2 * classes + k] as number;
    const e3 = residuals[3 * classes + k] as number;
    for (let d = 0, v = k * dimensions; d < dimensions; d++, v++) {
      const from01 = e0 * (points[r0 + d] as number) + e1 * (points[r1 + d] as number);
      const from23 = e2 * (points[r2 + d] as number) + e3 * (points[r3 + d] as number);
      gradient[v] = (gradient[v] as number) + (from01 + from23);
    }
    const bias = classes * dimensions + k;
    gradient[bias] = (gradient[bias] as number) + (e0 + e1 + (e2 + e3));
  }
}
