import { engine } from '../../../src/page/engine/instance';
import { samplePhotos } from '../../../src/page/engine/samples';
import { cropPhoto } from '../../../src/page/flows/faces/cropPhoto';
import { findFaces } from '../../../src/page/flows/faces/findFaces';
import type { Photo } from '../../../src/page/intake/photo/photo';
import { readPhoto } from '../../../src/page/intake/photo/readPhoto';
import type { IdentityHead, Recognition } from '../../../src/shared/explain';
import type { DetectedFace } from '../../../src/shared/face';
import { apply } from '../../../src/shared/geometry/affine';
import type { Point } from '../../../src/shared/geometry/space';
import { apart, makeVariant } from './makeVariant';
import type { Trial } from './trial';
import type { Variant } from './variants';
import { withoutPerson } from './withoutPerson';

/** A face that was found in a sample photo as it is. */
export interface EnrolledFace {
  readonly person: number;
  readonly landmarks: readonly Point<'picture'>[];
}

export interface Sample {
  readonly bitmap: ImageBitmap;
  readonly faces: readonly EnrolledFace[];
}

/** A face whose landmarks lie farther than this share of its size from where they should is another one. */
const sameFace = 0.15;

/** The sample photos with their faces, numbered as the gallery numbers them. */
export async function readSamples(signal: AbortSignal): Promise<readonly Sample[]> {
  const read: Sample[] = [];
  let people = 0;
  for (const { name, url } of samplePhotos) {
    const photo = await readPhoto(signal, new File([await (await fetch(url, { signal })).blob()], name));
    const middle = ({ box }: DetectedFace) => box.x + box.width / 2;
    const found = [...(await findFaces(signal, photo))].sort((a, b) => middle(a) - middle(b));
    read.push({ bitmap: photo.bitmap, faces: found.map(({ landmarks }, i) => ({ person: people + i, landmarks })) });
    people += found.length;
  }
  return read;
}

/**
 * Varies a photo, finds its faces anew, and asks every head who they are, by the steps of the Faces bench: read, find,
 * crop, recognise.
 */
export async function tryFaces(
  signal: AbortSignal,
  sample: Sample,
  variant: Variant,
  heads: readonly IdentityHead[],
): Promise<readonly Trial[]> {
  const { file, place } = await makeVariant(sample.bitmap, variant);
  const photo = await readPhoto(signal, file);
  try {
    const found = await findFaces(signal, photo);
    const trials: Trial[] = [];
    for (const { person, landmarks } of sample.faces) {
      const expected = landmarks.map((point) => apply(place, point));
      const face = found.find((candidate) => apart(candidate.landmarks, expected) < sameFace);
      for (const head of heads) {
        trials.push(await tryFace(signal, photo, face, { head, variant: variant.id, person }));
      }
    }
    return trials;
  } finally {
    photo.close();
  }
}

interface Question {
  readonly head: IdentityHead;
  readonly variant: string;
  readonly person: number;
}

async function tryFace(
  signal: AbortSignal,
  photo: Photo,
  face: DetectedFace | undefined,
  { head, variant, person }: Question,
): Promise<Trial> {
  const { network } = head;
  if (face === undefined) return { network, variant, person, found: false, ...nothing };
  const { input } = await cropPhoto(signal, network, photo, { kind: 'face', landmarks: face.landmarks });
  const recognition = await engine().run(signal, 'recognise', { network, input, head });
  const without = await engine().run(signal, 'recognise', { network, input, head: withoutPerson(head, person) });
  const unknownWithout = without.identity?.unknown ?? false;
  return { network, variant, person, found: true, unknownWithout, ...answer(recognition, head, person) };
}

const nothing = {
  ...{ rank: Number.NaN, probability: Number.NaN, unknown: false, unknownWithout: false },
  ...{ own: Number.NaN, other: Number.NaN, otherPerson: -1 },
};

function answer({ identity, embedding }: Recognition, head: IdentityHead, person: number) {
  if (identity === null || embedding === null) throw new Error(`${head.network} says nothing of people.`);
  const right = identity.scores[person];
  if (right === undefined) throw new Error(`Person ${person} is not in the head.`);
  const rank = identity.scores.filter(({ logit }) => logit > right.logit).length;
  const distances = distancesTo(head, embedding);
  const others = distances.map((distance, i) => (head.owners[i] === person ? Number.POSITIVE_INFINITY : distance));
  const other = Math.min(...others);
  const own = Math.min(...distances.filter((_, i) => head.owners[i] === person));
  const otherPerson = head.owners[others.indexOf(other)] ?? -1;
  return { rank, probability: right.probability, unknown: identity.unknown, own, other, otherPerson };
}

/** Cosine distance of an embedding to each enrolled photo, in double precision and apart from the worker's own sum. */
export function distancesTo({ references, owners }: IdentityHead, embedding: ArrayLike<number>): readonly number[] {
  const values = Array.from(embedding);
  const length = Math.hypot(...values);
  return owners.map((_, row) => {
    const start = row * values.length;
    return 1 - values.reduce((sum, value, i) => sum + value * (references[start + i] ?? Number.NaN), 0) / length;
  });
}
