import { describe, expect, test } from 'vitest';
import type { IdentityHead } from '../../../src/shared/explain';
import { createRandom, normal } from '../../../src/shared/random';
import { classTarget } from '../../../src/worker/explain/target/classTarget';
import { identityTarget } from '../../../src/worker/explain/target/identityTarget';
import { nearestReference } from '../../../src/worker/explain/target/nearestReference';
import type { ScalarTarget } from '../../../src/worker/explain/target/scalarTarget';
import { similarityTarget } from '../../../src/worker/explain/target/similarityTarget';

const random = createRandom(3);
const vector = (length: number) => Float32Array.from({ length }, () => normal(random));

const dimensions = 7;
const head: IdentityHead = {
  network: 'toy',
  hash: 'toy',
  layer: 'embedding',
  names: ['A', 'B', 'C'],
  weights: vector(3 * dimensions),
  bias: vector(3),
  scale: 16,
  references: Float32Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0.6, 0.8, 0, 0, 0, 0),
  owners: [2, 0],
  unknownDistance: 0.3,
};

const similarity = () => similarityTarget({ kind: 'similarity', layer: 'embedding', reference: vector(dimensions) });
const sigmoidOutput = { id: 'g', title: 'G', layer: 'z', probability: 'sigmoid', labels: ['low', 'high'] } as const;
const cases: [string, ScalarTarget, number][] = [
  ['class logit', classTarget({ kind: 'class', layer: 'z', index: 2 }, 5, undefined), 5],
  ['sigmoid, first label', classTarget({ kind: 'class', layer: 'z', index: 0 }, 1, sigmoidOutput), 1],
  ['sigmoid, second label', classTarget({ kind: 'class', layer: 'z', index: 1 }, 1, sigmoidOutput), 1],
  ['identity logit', identityTarget({ kind: 'identity', head, index: 1 }), dimensions],
  ['similarity', similarity(), dimensions],
];

describe('the scalars that are explained', () => {
  test.each(cases)('%s: its gradient is the finite difference', (_, target, length) => {
    const at = vector(length);
    const gradient = target.gradient(at);
    const step = 1e-2;
    for (let i = 0; i < length; i++) {
      const moved = (by: number) => target.value(at.map((value, k) => (k === i ? value + by : value)));
      const difference = (moved(step) - moved(-step)) / (2 * step);
      expect(Math.abs((gradient[i] ?? Number.NaN) - difference)).toBeLessThan(5e-3 * (1 + Math.abs(difference)));
    }
  });

  test('an identity’s logit by the formula, whatever the embedding’s length', () => {
    const embedding = vector(dimensions);
    const length = Math.hypot(...embedding);
    const row = head.weights.slice(dimensions, 2 * dimensions);
    const product = row.reduce((sum, w, i) => sum + (w * (embedding[i] ?? 0)) / length, 0);
    const target = identityTarget({ kind: 'identity', head, index: 1 });
    expect(target.value(embedding)).toBeCloseTo(16 * product + (head.bias[1] ?? 0), 4);
    expect(target.value(embedding.map((value) => 5 * value))).toBeCloseTo(target.value(embedding), 4);
  });

  test('probabilities: the two labels of a sigmoid make 1, and so do all people', () => {
    const at = Float32Array.of(1.5);
    const [first, second] = [cases[1]?.[1], cases[2]?.[1]];
    expect(second?.probability(at)).toBeCloseTo(1 / (1 + Math.exp(-1.5)), 6);
    expect((first?.probability(at) ?? 0) + (second?.probability(at) ?? 0)).toBeCloseTo(1, 6);
    const embedding = vector(dimensions);
    const people = head.names.map((_, index) => identityTarget({ kind: 'identity', head, index }));
    expect(people.reduce((sum, person) => sum + person.probability(embedding), 0)).toBeCloseTo(1, 5);
  });

  test('a zero embedding has a zero gradient, and an index out of range is refused', () => {
    expect([...similarity().gradient(new Float32Array(dimensions))]).toEqual(new Array(dimensions).fill(0));
    expect(() => classTarget({ kind: 'class', layer: 'z', index: 5 }, 5, undefined)).toThrow('z has no class 5');
    expect(() => identityTarget({ kind: 'identity', head, index: 3 })).toThrow('no person 3');
  });

  test('the nearest enrolled photo, by cosine distance', () => {
    const nearest = nearestReference(head, Float32Array.of(3, 0, 0, 0, 4, 0, 0));
    expect(nearest.index).toBe(2);
    expect(nearest.distance).toBeCloseTo(0.4, 6);
    expect(nearestReference(head, Float32Array.of(0, 3, 4, 0, 0, 0, 0)).index).toBe(0);
  });
});
