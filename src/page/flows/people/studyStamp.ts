import type { Gallery } from '../../../shared/gallery';
import { hashHex } from '../../../shared/hashHex';
import type { NetworkInfo } from '../../../shared/network';
import { enrolledIn } from '../gallery/trainings';

/**
 * What a study is measured by, short and without names: SHA-256 of the network's hash, in which its preprocessing is,
 * and of the gallery where the network has a head that knows it. Measurements of two stamps are not comparable; which
 * of the two is another, a stamp does not tell.
 */
export function studyStamp(
  { hash, outputs }: Pick<NetworkInfo, 'hash'> & { readonly outputs: Pick<NetworkInfo['outputs'], 'embedding'> },
  people: Gallery,
): Promise<string> {
  const known = outputs.embedding === null || people.length === 0 ? '' : enrolledIn(people);
  return hashHex(new TextEncoder().encode(`${hash} ${known}`));
}
