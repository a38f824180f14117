import { FoveaError } from '../../../shared/errors';
import type { Graph } from '../../network/graph';
import { inferShapes, planTo } from '../../network/plan';

/** How many units a flat layer has. @throws FoveaError if the layer does not exist or has a spatial map */
export function unitsOf(graph: Graph, layer: string): number {
  const shape = inferShapes(planTo(graph, layer)).get(layer) ?? [];
  const [units] = shape;
  if (shape.length === 1 && units !== undefined) return units;
  throw new FoveaError(
    `${layer} gives a map (${shape.join(' × ')}), not a row of units.`,
    'Choose a class, a person or a second photo as the target.',
  );
}
