import { FoveaError } from '../../../shared/errors';
import type { Graph } from '../../network/graph';
import { ancestors, inferShapes, nodeOf, planTo } from '../../network/plan';

export interface LayerShape {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/**
 * The extent of a layer that a map is wanted of.
 * @throws FoveaError if the layer does not exist, has no spatial map, or the target does not depend on it
 */
export function layerShape(graph: Graph, layer: string, targetLayer: string): LayerShape {
  const shape = inferShapes(planTo(graph, nodeOf(graph, layer).name)).get(layer) ?? [];
  const [height, width, channels] = shape;
  if (height === undefined || width === undefined || channels === undefined) {
    throw new FoveaError(
      `${layer} has no spatial map: it gives ${shape.join(' × ')} values.`,
      'Choose a layer before the pooling or flattening.',
    );
  }
  if (!ancestors(graph, [targetLayer]).has(layer)) {
    throw new FoveaError(
      `The target (${targetLayer}) does not depend on ${layer}.`,
      `Choose a layer before ${targetLayer}.`,
    );
  }
  return { height, width, channels };
}
