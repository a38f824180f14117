import type { IdentityHead } from '../../../../shared/explain';
import type { NetworkInfo } from '../../../../shared/network';
import type { HeadKind } from '../../../../shared/people/trainingStudy';
import { engine } from '../../../engine/instance';
import { type EmbeddedSubject, trainingPriority } from './subject';

/** Nobody is farther away than this: who comes first is asked, not who is near enough. */
const neverUnknown = 2;

/** Trains an identity head on embedded photos. @throws FoveaError; the signal's reason */
export function trainFold(
  signal: AbortSignal,
  info: NetworkInfo,
  photos: readonly EmbeddedSubject[],
  kind: HeadKind,
): Promise<IdentityHead> {
  const names = [...new Set(photos.map(({ person }) => person))];
  const parts: Float32Array[] = [];
  const owners: number[] = [];
  const originals: number[] = [];
  for (const { person, open, masked, dimensions } of photos) {
    originals.push(owners.length);
    for (const values of kind === 'masked' ? [open, masked] : [open]) {
      parts.push(values);
      for (let row = 0; row < values.length / dimensions; row++) owners.push(names.indexOf(person));
    }
  }
  const embeddings = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    embeddings.set(part, offset);
    offset += part.length;
  }
  const { id: network, hash, outputs } = info;
  const layer = outputs.embedding ?? '';
  const training = { network, hash, layer, names, embeddings, owners, originals, unknownDistance: neverUnknown };
  return engine().run(signal, 'trainHead', training, { priority: trainingPriority });
}
