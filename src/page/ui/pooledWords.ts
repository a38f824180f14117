import type { NetworkOutputs } from '../../shared/network';
import { formatCount } from './format';

/** What stands in for an embedding: 'the mean of each of pool5’s 512 filters'; null where the network has its own. */
export function pooledWords({ pooled }: NetworkOutputs): string | null {
  return pooled === undefined ? null : `the mean of each of ${pooled.layer}’s ${formatCount(pooled.filters)} filters`;
}
