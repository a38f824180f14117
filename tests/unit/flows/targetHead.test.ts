import { expect, test } from 'vitest';
import { targetHead } from '../../../src/page/flows/faces/targetHead';
import type { IdentityHead } from '../../../src/shared/explain';

test('a head for targets has the weights, no references, and is always the same one', () => {
  const head: IdentityHead = {
    ...{ network: 'net', hash: 'hash', layer: 'e', names: ['Ada', 'Bo'], scale: 16, unknownDistance: 0.5 },
    weights: Float32Array.of(1, 2, 3, 4),
    bias: Float32Array.of(5, 6),
    references: Float32Array.of(1, 0, 0, 1),
    owners: [0, 1],
  };
  const lean = targetHead(head);
  expect(lean).toEqual({ ...head, references: new Float32Array(), owners: [] });
  expect(lean.weights).toBe(head.weights);
  expect(targetHead(head)).toBe(lean);
  expect(targetHead({ ...head })).not.toBe(lean);
});
