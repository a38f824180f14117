import { FoveaError } from '../../../shared/errors';
import type { IdentityHead } from '../../../shared/explain';
import type { Network } from '../../network/graph';
import { unitsOf } from './unitsOf';

/** @throws FoveaError if the head was trained on embeddings of another network, or does not fit its own size */
export function checkHead(network: Network, head: IdentityHead): void {
  const trainAgain = 'Train the gallery again for this network.';
  if (head.hash !== network.hash) {
    throw new FoveaError(`The gallery was trained on another network (${head.network}).`, trainAgain);
  }
  const dimensions = unitsOf(network.graph, head.layer);
  const people = head.names.length;
  const photos = head.owners.length;
  const fits =
    head.weights.length === people * dimensions &&
    head.bias.length === people &&
    head.references.length === photos * dimensions;
  if (!fits) throw new FoveaError(`The gallery does not fit ${head.layer} with its ${dimensions} values.`, trainAgain);
}
