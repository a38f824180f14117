/** The maps' formulas against loops that follow the papers, on small random layers. */
import { describe, expect, test } from 'vitest';
import type { CamMethod } from '../../../src/shared/explain';
import { createRandom, normal } from '../../../src/shared/random';
import { sumOfTerms } from '../../../src/worker/explain/cam/channels';
import type { LayerView } from '../../../src/worker/explain/cam/layerView';
import { camFormulas } from '../../../src/worker/explain/cam/methods';
import { rectify } from '../../../src/worker/explain/cam/rectify';

type FormulaMethod = Exclude<CamMethod, 'score-cam'>;

function randomView(height: number, width: number, channels: number, seed: number): LayerView {
  const random = createRandom(seed);
  const size = height * width * channels;
  const activations = Float32Array.from({ length: size }, () => Math.max(0, normal(random)));
  const gradient = Float32Array.from({ length: size }, () => 0.1 * normal(random));
  return { height, width, channels, activations, gradient, score: 0 };
}

/** A[y][x][c] and the gradient there, as the papers write them. */
function byPaper(view: LayerView, cell: (a: number[], g: number[], A: number[][], G: number[][]) => number): number[] {
  const { channels, activations, gradient } = view;
  const rows = (values: Float32Array) =>
    Array.from({ length: values.length / channels }, (_, i) => [...values.slice(i * channels, (i + 1) * channels)]);
  const [A, G] = [rows(activations), rows(gradient)];
  return A.map((a, i) => cell(a, G[i] ?? [], A, G));
}

/** The map before its ReLU. */
const mapBy = (method: FormulaMethod, view: LayerView) => sumOfTerms(view, camFormulas[method](view));

const at = (list: readonly number[], i: number) => list[i] ?? 0;
const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);
const overChannels = (a: number[], term: (c: number) => number) => sum(a.map((_, c) => term(c)));

const papers: Partial<Record<FormulaMethod, Parameters<typeof byPaper>[1]>> = {
  'grad-cam': (a, _, A, G) => overChannels(a, (c) => (sum(G.map((g) => at(g, c))) / A.length) * at(a, c)),
  'grad-cam++': (a, _, A, G) =>
    overChannels(a, (c) => {
      const total = sum(A.map((b) => at(b, c)));
      const weight = sum(
        G.map((g) => {
          const d = at(g, c);
          const alpha = d === 0 ? 0 : d ** 2 / (2 * d ** 2 + total * d ** 3 + 1e-6);
          return alpha * Math.max(0, d);
        }),
      );
      return weight * at(a, c);
    }),
  'hires-cam': (a, g) => overChannels(a, (c) => at(g, c) * at(a, c)),
  'layer-cam': (a, g) => overChannels(a, (c) => Math.max(0, at(g, c)) * at(a, c)),
  'x-grad-cam': (a, _, A, G) =>
    overChannels(a, (c) => {
      const total = sum(A.map((b) => at(b, c))) + 1e-7;
      return sum(A.map((b, i) => (at(G[i] ?? [], c) * at(b, c)) / total)) * at(a, c);
    }),
};

describe('class activation maps by their papers', () => {
  const views = [randomView(5, 4, 6, 1), randomView(1, 3, 2, 2), randomView(7, 7, 31, 3)];
  test.each(Object.entries(papers))('%s', (method, paper) => {
    for (const view of views) {
      const expected = byPaper(view, paper);
      const found = mapBy(method as FormulaMethod, view);
      const largest = Math.max(...expected.map(Math.abs));
      expected.forEach((value, i) => {
        expect(Math.abs((found[i] ?? Number.NaN) - value)).toBeLessThan(1e-5 * largest);
      });
    }
  });

  test.each(Object.keys(camFormulas) as FormulaMethod[])('%s of a silent layer is zero, not NaN', (method) => {
    const view = randomView(4, 4, 3, 5);
    const silent = { ...view, gradient: new Float32Array(48), activations: new Float32Array(48) };
    expect([...camFormulas[method](silent)].every((value) => Math.abs(value) === 0)).toBe(true);
  });

  test('zero gradients make a zero map wherever a gradient counts', () => {
    const view = { ...randomView(4, 4, 3, 6), gradient: new Float32Array(48) };
    for (const method of Object.keys(camFormulas) as FormulaMethod[]) {
      if (method === 'eigen-cam') continue;
      expect([...camFormulas[method](view)].every((value) => Math.abs(value) === 0)).toBe(true);
    }
  });

  test('a map that was negative all over says so', () => {
    const { map, beforeRelu } = rectify({ height: 1, width: 2, channels: 1 }, Float64Array.of(-2, -1));
    expect([...map.values]).toEqual([0, 0]);
    expect(beforeRelu).toEqual([-2, -1]);
  });
});

describe('the first principal component', () => {
  /** σ₁ u₁ v₁ᵀ + σ₂ u₂ v₂ᵀ, plus a constant a channel, which centring takes away. */
  const build = (cells: number, channels: number, second: number) => {
    const u1 = Array.from({ length: cells }, (_, i) => Math.cos((Math.PI * (i + 0.5)) / cells));
    const u2 = Array.from({ length: cells }, (_, i) => Math.cos((2 * Math.PI * (i + 0.5)) / cells));
    const v1 = Array.from({ length: channels }, () => 1 / Math.sqrt(channels));
    const v2 = Array.from({ length: channels }, (_, c) => (c % 2 === 0 ? 1 : -1) / Math.sqrt(channels));
    const values = u1.flatMap((a, i) => v1.map((b, c) => 3 * a * b + second * at(u2, i) * at(v2, c) + c));
    return { values: Float32Array.from(values), projection: u1.map((a) => 3 * a) };
  };

  test.each([
    [24, 6, 2],
    [6, 24, 2],
    [40, 8, 2.99],
  ])('of %i cells with %i channels, the second at %f of 3', (cells, channels, second) => {
    const { values, projection } = build(cells, channels, second);
    const view = { height: 1, width: cells, channels, activations: values, gradient: values, score: 0 };
    // Of either sign: which one it is, likeLapack.test.ts holds against NumPy.
    for (const side of [1, -1]) {
      const found = mapBy('eigen-cam', { ...view, activations: values.map((value) => side * value) });
      const sign = Math.sign((found[0] ?? 0) * (projection[0] ?? 0));
      projection.forEach((value, i) => {
        expect(found[i]).toBeCloseTo(sign * value, 4);
      });
    }
  });
});
