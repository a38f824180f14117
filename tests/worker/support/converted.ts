import { convertNetwork } from '../../../src/page/engine/convertNetwork';
import type { ConvertedNetwork, NetworkSpec } from '../../../src/shared/network';
import type { Network } from '../../../src/worker/network/graph';
import { loadNetwork } from '../../../src/worker/network/loaders/loadNetwork';

const never = new AbortController().signal;

/** Through a worker of its own, as on the page. */
export const convert = (...files: readonly File[]): Promise<ConvertedNetwork> =>
  convertNetwork(never, { files, precision: 'f32', folder: null });

/** The network that the loaders build of it. */
export async function load({ files, labels }: ConvertedNetwork): Promise<Network> {
  const spec: NetworkSpec = {
    id: 'x',
    name: 'x',
    source: { format: 'files', files },
    preprocessing: { order: 'rgb', mean: [0, 0, 0], scale: 1 },
    ...(labels === null ? {} : { labels }),
  };
  return loadNetwork(never, spec, () => undefined);
}
