import { FoveaError } from '../../../shared/errors';
import { seemsShard } from '../../../shared/seemsShard';

/** Weights that no manifest names may be another network's, or make up for one that is damaged: nobody can tell. */
export const strayFile = (path: string): FoveaError =>
  seemsShard(path)
    ? new FoveaError(
        `${path} belongs to no network here: no manifest names this shard.`,
        'Choose model.json with its own shards only. If they lie in one folder, move this file out of it, or choose them as files.',
      )
    : new FoveaError(`${path} is no part of the network.`, 'Add the network without it.');
