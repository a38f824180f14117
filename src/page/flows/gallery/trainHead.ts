import type { HeadTraining } from '../../../shared/calls/faceCalls';
import { FoveaError } from '../../../shared/errors';
import type { IdentityHead } from '../../../shared/explain';
import type { Gallery, PhotoEmbeddings } from '../../../shared/gallery';
import type { NetworkInfo } from '../../../shared/network';
import { engine } from '../../engine/instance';
import { embedGallery } from './embedGallery';
import { embedMasked } from './embedMasked';
import { tellUnusable } from './tellUnusable';

/** Tells what is under way, in words, and how far it is. */
export type OnStage = (words: string, fraction: number | null) => void;

/** `masked`: every photo also counts with the eyes, and with the lower face, blacked out. */
export type Augment = 'none' | 'masked';

/** Nobody is farther away than this: cosine distances end at 2. */
const neverUnknown = 2;

/** A head, and what it was made of. */
export interface TrainedHead {
  readonly head: IdentityHead;
  /** The gallery that it knows, with those whom it had to leave out. */
  readonly people: Gallery;
  /** Photos that it learned from. */
  readonly photos: number;
}

/**
 * Trains the identity head of a network on all people of the gallery: embeds the photos that are new to the network,
 * then fits the classifier. Photos that cannot be used are told and left out, and so is who has no other.
 * @throws FoveaError when the network has no embedding, nobody is enrolled, or no photo can be used; the signal's
 *   reason
 */
export async function trainHead(
  signal: AbortSignal,
  info: NetworkInfo,
  onStage: OnStage,
  augment: Augment = 'none',
): Promise<TrainedHead> {
  const { embedding } = info.outputs;
  if (embedding === null)
    throw new FoveaError(`${info.name} has no embedding to tell people apart by.`, 'Choose another network.');
  const { people, unusable } = await embedGallery(signal, info.id, info.hash, (fraction) =>
    onStage('Learning the gallery’s faces', fraction),
  );
  if (people.length === 0) throw new FoveaError('Nobody is in the gallery.', 'Add people with their photos first.');
  const known = embeddedPeople(people, info.hash);
  if (known.length === 0) throw [...unusable.values()][0];
  tellUnusable(people, unusable);
  const onEvent = ({ step, steps }: { step: number; steps: number }) =>
    onStage('Training the identity head', step / steps);
  const masked = augment === 'none' ? new Map() : await embedMasked(signal, info.id, known);
  const training = trainingOf(known, info, embedding, masked);
  const head = await engine().run(signal, 'trainHead', training, { onEvent });
  return { head, people, photos: training.originals.length };
}

/** The photos that the network has embedded, and whose they are. */
function embeddedPeople(people: Gallery, hash: string): Gallery {
  return people
    .map((person) => ({ ...person, photos: person.photos.filter(({ embeddings }) => embeddings[hash] !== undefined) }))
    .filter(({ photos }) => photos.length > 0);
}

function trainingOf(
  people: Gallery,
  info: NetworkInfo,
  layer: string,
  masked: ReadonlyMap<string, PhotoEmbeddings>,
): HeadTraining {
  const parts: Float32Array[] = [];
  const owners: number[] = [];
  const originals: number[] = [];
  for (const [owner, { photos }] of people.entries()) {
    for (const { id, embeddings } of photos) {
      const own = embeddings[info.hash];
      if (own === undefined) continue;
      originals.push(owners.length);
      for (const { values, dimensions } of [own, masked.get(id)].filter((copies) => copies !== undefined)) {
        parts.push(values);
        for (let copy = 0; copy < values.length / dimensions; copy++) owners.push(owner);
      }
    }
  }
  const { unknownDistance = neverUnknown } = info.outputs;
  return {
    network: info.id,
    hash: info.hash,
    layer,
    names: people.map(({ name }) => name),
    embeddings: joined(parts),
    owners,
    originals,
    unknownDistance,
  };
}

function joined(parts: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}
