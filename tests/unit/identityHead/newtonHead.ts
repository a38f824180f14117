import type { HeadTraining } from '../../../src/shared/calls/faceCalls';

/**
 * The identity head by another way: Newton's method with the full Hessian, on unit-length embeddings as they are (no
 * mean taken off), with the decay of w that the standardised loss implies: scale² · r² · decay / people. For small
 * problems.
 */
export function newtonHead(
  { names, embeddings, owners }: HeadTraining,
  decay: number,
): { weights: Float32Array<ArrayBuffer>; bias: Float32Array<ArrayBuffer> } {
  const people = names.length;
  const dimensions = embeddings.length / owners.length;
  const rows = owners.map((_, i) => {
    const row = [...embeddings.subarray(i * dimensions, (i + 1) * dimensions)];
    const length = Math.hypot(...row);
    return row.map((x) => x / length);
  });
  const shares = owners.map((owner) => 1 / (people * owners.filter((other) => other === owner).length));
  const mean = Array.from({ length: dimensions }, (_, d) =>
    rows.reduce((m, row, i) => m + at(shares, i) * at(row, d), 0),
  );
  const spread = rows.reduce(
    (s, row, i) => s + at(shares, i) * row.reduce((q, x, d) => q + (x - at(mean, d)) ** 2, 0),
    0,
  );
  const ridge = (256 * spread * decay) / people;
  // One person's variables after the other's: 16 · ê for w, then 1 for b.
  const width = dimensions + 1;
  const inputs = rows.map((row) => [...row.map((x) => 16 * x), 1]);
  let theta = new Array<number>(people * width).fill(0);
  for (let iteration = 0; iteration < 60; iteration++) {
    const gradient = theta.map((value, j) => (j % width === dimensions ? 0 : ridge * value));
    const hessian = theta.map((_, j) => theta.map((_, l) => (j === l ? (j % width === dimensions ? 1e-9 : ridge) : 0)));
    inputs.forEach((input, i) => {
      const p = softmax(names.map((_, k) => input.reduce((z, x, d) => z + at(theta, k * width + d) * x, 0)));
      theta.forEach((_, j) => {
        const [k, x] = [Math.floor(j / width), at(input, j % width)];
        gradient[j] = at(gradient, j) + at(shares, i) * (at(p, k) - (owners[i] === k ? 1 : 0)) * x;
        theta.forEach((_, l) => {
          const [m, y] = [Math.floor(l / width), at(input, l % width)];
          const curvature = at(p, k) * ((k === m ? 1 : 0) - at(p, m));
          const line = hessian[j] as number[];
          line[l] = at(line, l) + at(shares, i) * curvature * x * y;
        });
      });
    });
    const step = solve(hessian, gradient);
    // Damped at first: far from the minimum a full step may overshoot.
    const damping = iteration < 20 ? 0.5 : 1;
    theta = theta.map((value, j) => value - damping * at(step, j));
  }
  const weights = Float32Array.from({ length: people * dimensions }, (_, i) =>
    at(theta, Math.floor(i / dimensions) * width + (i % dimensions)),
  );
  return { weights, bias: Float32Array.from(names, (_, k) => at(theta, k * width + dimensions)) };
}

const at = (list: readonly number[], index: number) => list[index] as number;

function softmax(logits: readonly number[]): number[] {
  const most = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** Gauss's elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, at(right, i)]);
  const n = rows.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let r = column + 1; r < n; r++)
      if (Math.abs(at(rows[r] as number[], column)) > Math.abs(at(rows[pivot] as number[], column))) pivot = r;
    const top = rows[pivot] as number[];
    rows[pivot] = rows[column] as number[];
    rows[column] = top;
    rows.forEach((row, r) => {
      if (r === column) return;
      const factor = at(row, column) / at(top, column);
      for (let c = column; c <= n; c++) row[c] = at(row, c) - factor * at(top, c);
    });
  }
  return rows.map((row, i) => at(row, n) / at(row, i));
}
