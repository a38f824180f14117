import { expect, test } from 'vitest';
import { createRandom, normal } from '../../../src/shared/random';
import { type SoftmaxProblem, softmaxLoss } from '../../../src/worker/face/identityHead/softmaxLoss';

const never = new AbortController().signal;

/** 7 rows: one block of four and a part of one. */
function randomProblem(seed: number): { problem: SoftmaxProblem; parameters: Float64Array } {
  const random = createRandom(seed);
  const [rows, classes, dimensions] = [7, 3, 5];
  const raw = Array.from({ length: rows }, () => 0.1 + random());
  const sum = raw.reduce((a, b) => a + b, 0);
  const problem = {
    points: Float32Array.from({ length: rows * dimensions }, () => normal(random)),
    owners: Array.from({ length: rows }, () => Math.floor(random() * classes)),
    weights: Float64Array.from(raw, (weight) => weight / sum),
    classes,
    dimensions,
    decay: 0.3,
  };
  return { problem, parameters: Float64Array.from({ length: classes * (dimensions + 1) }, () => normal(random)) };
}

/** The formula, written as it stands. */
function plainLoss({ points, owners, weights, classes, dimensions, decay }: SoftmaxProblem, p: Float64Array): number {
  const slopes = p.subarray(0, classes * dimensions);
  const crossEntropy = owners.reduce((total, owner, row) => {
    const logits = Array.from({ length: classes }, (_, k) =>
      Array.from(
        { length: dimensions },
        (_, d) => (slopes[k * dimensions + d] ?? 0) * (points[row * dimensions + d] ?? 0),
      ).reduce((a, b) => a + b, p[classes * dimensions + k] ?? 0),
    );
    const sum = logits.reduce((a, logit) => a + Math.exp(logit), 0);
    return total - (weights[row] ?? 0) * Math.log(Math.exp(logits[owner] ?? 0) / sum);
  }, 0);
  return crossEntropy + (decay / 2) * slopes.reduce((a, slope) => a + slope * slope, 0);
}

test.each([1, 2, 3])('loss and gradient agree with the formula and its finite differences (seed %i)', async (seed) => {
  const { problem, parameters } = randomProblem(seed);
  const gradient = new Float64Array(parameters.length).fill(Number.NaN);
  const { value } = await softmaxLoss(never, problem, parameters, gradient);
  expect(value).toBeCloseTo(plainLoss(problem, parameters), 12);
  parameters.forEach((parameter, i) => {
    const at = (change: number) => plainLoss(problem, parameters.with(i, parameter + change));
    expect(gradient[i]).toBeCloseTo((at(1e-5) - at(-1e-5)) / 2e-5, 8);
  });
});

test('logits beyond the range of exp stay finite', async () => {
  const { problem, parameters } = randomProblem(4);
  const gradient = new Float64Array(parameters.length);
  const large = parameters.map((parameter) => parameter * 5000);
  const { crossEntropy } = await softmaxLoss(never, problem, large, gradient);
  expect(crossEntropy).toBeGreaterThan(100);
  expect(crossEntropy).toBeLessThan(Infinity);
  expect(gradient.every(Number.isFinite)).toBe(true);
});

test('an aborted signal ends it', async () => {
  const { problem, parameters } = randomProblem(5);
  const reason = new Error('enough');
  const gone = AbortSignal.abort(reason);
  await expect(softmaxLoss(gone, problem, parameters, new Float64Array(parameters.length))).rejects.toBe(reason);
});
