import { expect, test } from 'vitest';
import { createRandom, normal } from '../../../src/shared/random';
import { minimise } from '../../../src/worker/face/identityHead/minimise';

const size = 30;

test('a badly conditioned quadratic is solved to its known minimum', async () => {
  const random = createRandom(7);
  const goal = Float64Array.from({ length: size }, () => normal(random));
  // Curvatures from 1 to 1000.
  const curvature = Float64Array.from({ length: size }, (_, i) => 1000 ** (i / (size - 1)));
  let calls = 0;
  const objective = async (point: Float64Array, gradient: Float64Array) => {
    calls += 1;
    let value = 0;
    point.forEach((x, i) => {
      const offset = x - (goal[i] ?? 0);
      gradient[i] = (curvature[i] ?? 0) * offset;
      value += ((curvature[i] ?? 0) * offset * offset) / 2;
    });
    return value;
  };
  const seen: number[] = [];
  const end = await minimise(objective, { size, tolerance: 1e-8, mostSteps: 500, onStep: (step) => seen.push(step) });
  expect(end.converged).toBe(true);
  end.point.forEach((x, i) => {
    expect(x).toBeCloseTo(goal[i] ?? 0, 7);
  });
  expect(seen).toEqual(Array.from({ length: end.steps }, (_, i) => i + 1));
  // Gradient descent at its best rate would take 500 × ln(10⁸ · 1000), some 12,000 steps.
  expect(calls).toBeLessThan(400);
  const capped = await minimise(objective, { size, tolerance: 1e-8, mostSteps: 3, onStep: () => {} });
  expect(capped).toMatchObject({ steps: 3, converged: false });
});

test('a gradient that lies ends the search instead of hanging it', async () => {
  const uphill = async (point: Float64Array, gradient: Float64Array) => {
    gradient.fill(-1);
    return point.reduce((sum, x) => sum + x, 0);
  };
  const end = await minimise(uphill, { size: 2, tolerance: 1e-8, mostSteps: 500, onStep: () => {} });
  expect(end).toMatchObject({ steps: 0, converged: false });
});
