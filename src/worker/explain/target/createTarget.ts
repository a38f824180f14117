import { FoveaError } from '../../../shared/errors';
import type { Target } from '../../../shared/explain';
import type { Network } from '../../network/graph';
import { checkHead } from './checkHead';
import { classTarget } from './classTarget';
import { identityTarget } from './identityTarget';
import type { ScalarTarget } from './scalarTarget';
import { similarityTarget } from './similarityTarget';
import { unitsOf } from './unitsOf';

/**
 * The target on this network.
 * @throws FoveaError if it does not fit the network: no such layer, class, person or size
 */
export function createTarget(network: Network, target: Target): ScalarTarget {
  switch (target.kind) {
    case 'class': {
      const output = network.outputs.classes.find(({ layer }) => layer === target.layer);
      return classTarget(target, unitsOf(network.graph, target.layer), output);
    }
    case 'identity':
      checkHead(network, target.head);
      return identityTarget(target);
    case 'similarity': {
      const units = unitsOf(network.graph, target.layer);
      if (target.reference.length === units) return similarityTarget(target);
      throw new FoveaError(
        `The second photo's embedding has ${target.reference.length} values, ${target.layer} has ${units}.`,
        'Compute it again with this network.',
      );
    }
  }
}
