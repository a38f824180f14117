import { cosine } from '../../../shared/cosine';
import type { Recognition } from '../../../shared/explain';

/** How far two networks' answers to the same faces lie apart. */
export interface OutputChange {
  /** Faces that both were asked about: the largest one of each sample photo. */
  readonly faces: number;
  /** The largest difference of any class's probability on any face, 0..1; null where the networks have no classes. */
  readonly probability: number | null;
  /** How many faces have another most probable class than before, in any output; null where there are no classes. */
  readonly renamed: number | null;
  /** The smallest cosine between both embeddings of a face, 1 where they are alike; null where there is none. */
  readonly cosine: number | null;
  /** How many faces have an embedding of nothing but zeros, before or after: it has no cosine with any other. */
  readonly zeros: number;
}

/** The change between two networks' answers. @param pairs both answers to each face */
export function outputChange(pairs: readonly (readonly [Recognition, Recognition])[]): OutputChange {
  const cosines = pairs.flatMap(([{ embedding: a }, { embedding: b }]) => (a && b ? [cosine(a, b)] : []));
  const known = cosines.filter((value) => !Number.isNaN(value));
  const differences = pairs.flatMap((pair) => classPairs(pair).map(({ before, after }) => before - after));
  const renamed = pairs.filter(([a, b]) => a.outputs.some((_, i) => bestOf(a, i) !== bestOf(b, i)));
  const hasClasses = differences.length > 0;
  return {
    faces: pairs.length,
    probability: hasClasses ? differences.reduce((most, value) => Math.max(most, Math.abs(value)), 0) : null,
    renamed: hasClasses ? renamed.length : null,
    cosine: known.length > 0 ? Math.min(...known) : null,
    zeros: cosines.length - known.length,
  };
}

/** The probability of each class of each output, before and after. */
function classPairs([a, b]: readonly [Recognition, Recognition]) {
  return a.outputs.flatMap(({ scores }, i) =>
    scores.map(({ probability }, c) => ({
      before: probability,
      after: b.outputs[i]?.scores[c]?.probability ?? Number.NaN,
    })),
  );
}

function bestOf({ outputs }: Recognition, index: number): number | undefined {
  const scores = outputs[index]?.scores ?? [];
  return scores.reduce((best, score) => (score.probability > (best?.probability ?? -1) ? score : best), scores[0])
    ?.index;
}
