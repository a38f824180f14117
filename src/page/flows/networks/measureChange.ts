import { cosine } from '../../../shared/cosine';
import type { Recognition } from '../../../shared/explain';
import { engine } from '../../engine/instance';
import { samplePhotos } from '../../engine/samples';
import { readPhoto } from '../../intake/photo/readPhoto';
import { cropPhoto } from '../faces/cropPhoto';
import { findFaces } from '../faces/findFaces';

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

/** Behind what the user waits for. */
const priority = 5;

/**
 * Asks two loaded networks of the same kind about the largest face of each sample photo.
 * @throws FoveaError when a photo cannot be read; the signal's reason when aborted
 */
export async function measureChange(signal: AbortSignal, first: string, second: string): Promise<OutputChange> {
  const pairs: (readonly [Recognition, Recognition])[] = [];
  for (const { name, url } of samplePhotos) {
    const response = await fetch(url, { signal });
    const photo = await readPhoto(signal, new File([await response.blob()], name));
    try {
      const [face] = await findFaces(signal, photo);
      if (face === undefined) continue;
      const { input } = await cropPhoto(signal, first, photo, { kind: 'face', landmarks: face.landmarks });
      const answer = (network: string) =>
        engine().run(signal, 'recognise', { network, input, head: null }, { priority });
      pairs.push([await answer(first), await answer(second)]);
    } finally {
      photo.close();
    }
  }
  return compareAnswers(pairs);
}

/** @param pairs both networks' answers to each face */
export function compareAnswers(pairs: readonly (readonly [Recognition, Recognition])[]): OutputChange {
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
