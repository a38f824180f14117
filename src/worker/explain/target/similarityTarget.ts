import type { Target } from '../../../shared/explain';
import type { ScalarTarget } from './scalarTarget';
import { dot, lengthOf, toUnit } from './vectors';

/** The cosine between the embedding e and a reference r: ê · r̂, with gradient (r̂ − (r̂ · ê) ê) / |e|. */
export function similarityTarget({ layer, reference }: Extract<Target, { kind: 'similarity' }>): ScalarTarget {
  const other = toUnit(reference);
  const cosine = (embedding: Float32Array) => dot(other, toUnit(embedding));
  return {
    layer,
    value: cosine,
    gradient: (embedding) => {
      const length = lengthOf(embedding);
      if (length === 0) return new Float32Array(embedding.length);
      const unit = toUnit(embedding);
      const along = dot(other, unit);
      return Float32Array.from(unit, (e, i) => ((other[i] ?? 0) - along * e) / length);
    },
    probability: cosine,
  };
}
