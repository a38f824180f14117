import { FoveaError } from '../../../shared/errors';
import type { IdentityHead, Target } from '../../../shared/explain';
import { softmax } from './probabilities';
import type { ScalarTarget } from './scalarTarget';
import { dot, lengthOf, toUnit } from './vectors';

/** logit_k = scale × (w_k · e / |e|) + b_k for every person of the head. */
export function identityLogits(head: IdentityHead, embedding: Float32Array): Float32Array<ArrayBuffer> {
  const unit = toUnit(embedding);
  return Float32Array.from(head.names, (_, k) => head.scale * dot(rowOf(head, k), unit) + (head.bias[k] ?? 0));
}

/**
 * A person's logit. With ê = e / |e| its gradient is scale × (w_k − (w_k · ê) ê) / |e|: the length of the embedding
 * does not count, so nothing of the gradient points along it.
 * @throws FoveaError for a person whom the head does not know
 */
export function identityTarget({ head, index }: Extract<Target, { kind: 'identity' }>): ScalarTarget {
  if (!Number.isInteger(index) || index < 0 || index >= head.names.length) {
    throw new FoveaError(`The gallery has no person ${index}.`, 'Train the gallery again.');
  }
  const row = rowOf(head, index);
  return {
    layer: head.layer,
    value: (embedding) => identityLogits(head, embedding)[index] ?? 0,
    gradient: (embedding) => {
      const length = lengthOf(embedding);
      if (length === 0) return new Float32Array(embedding.length);
      const unit = toUnit(embedding);
      const along = dot(row, unit);
      return Float32Array.from(unit, (e, i) => (head.scale * ((row[i] ?? 0) - along * e)) / length);
    },
    probability: (embedding) => softmax(identityLogits(head, embedding))[index] ?? 0,
  };
}

function rowOf({ weights, names }: IdentityHead, index: number): Float32Array {
  const dimensions = weights.length / names.length;
  return weights.subarray(index * dimensions, (index + 1) * dimensions);
}
