import { FoveaError } from '../../../shared/errors';
import { seemsShard } from '../../../shared/seemsShard';

/** What a network's weights are in: shards that a manifest names, or the one file of Keras. */
export type Holder = 'shards' | 'keras';

const refused: Readonly<Record<Holder, { readonly why: string; readonly remedy: string }>> = {
  shards: { why: 'no manifest names this shard', remedy: 'Choose model.json with its own shards only.' },
  keras: { why: 'a Keras file holds all its weights itself', remedy: 'Choose the Keras file without it.' },
};

/** Weights that the network does not name may be another's, or make up for one that is damaged: nobody can tell. */
export function strayFile(path: string, holder: Holder): FoveaError {
  if (!seemsShard(path)) return new FoveaError(`${path} is no part of the network.`, 'Add the network without it.');
  const { why, remedy } = refused[holder];
  return new FoveaError(
    `${path} belongs to no network here: ${why}.`,
    `${remedy} If they lie in one folder, move this file out of it, or choose them as files.`,
  );
}
