import { FoveaError } from '../../../shared/errors';
import type { IdentityHead } from '../../../shared/explain';
import type { Gallery, PhotoEmbeddings } from '../../../shared/gallery';
import type { NetworkInfo } from '../../../shared/network';
import type { HeadTraining } from '../../../shared/protocol';
import { engine } from '../../engine/instance';
import { galleryStore } from '../../state/gallery/gallery';
import { embedGallery } from './embedGallery';
import { embedMasked } from './embedMasked';

/** Tells what is under way, in words, and how far it is. */
export type OnStage = (words: string, fraction: number | null) => void;

/** `masked`: every photo also counts with the eyes, and with the lower face, blacked out. */
export type Augment = 'none' | 'masked';

/** Nobody is farther away than this: cosine distances end at 2. */
const neverUnknown = 2;

/**
 * Trains the identity head of a network on all people of the gallery: embeds the photos that are new to the network, then
 * fits the classifier.
 * @throws FoveaError when the network has no embedding or nobody is enrolled; the signal's reason when aborted
 */
export async function trainHead(
  signal: AbortSignal,
  info: NetworkInfo,
  onStage: OnStage,
  augment: Augment = 'none',
): Promise<IdentityHead> {
  const { embedding } = info.outputs;
  if (embedding === null)
    throw new FoveaError(`${info.name} has no embedding to tell people apart by.`, 'Choose another network.');
  await embedGallery(signal, info.id, info.hash, (fraction) => onStage('Learning the gallery’s faces', fraction));
  const { people } = galleryStore.getState();
  if (people.length === 0) throw new FoveaError('Nobody is in the gallery.', 'Add people with their photos first.');
  const onEvent = ({ step, steps }: { step: number; steps: number }) =>
    onStage('Training the identity head', step / steps);
  const masked = augment === 'none' ? new Map() : await embedMasked(signal, info.id, people);
  return engine().run(signal, 'trainHead', trainingOf(people, info, embedding, masked), { onEvent });
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
