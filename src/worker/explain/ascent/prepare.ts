import type { AscendSlice } from '../../../shared/calls/filterCalls';
import { FoveaError } from '../../../shared/errors';
import type { Preprocessing } from '../../../shared/network';
import type { DeviceWeights } from '../../network/deviceWeights';
import type { Graph, Node } from '../../network/graph';
import type { LoadedGraph } from '../../network/loadedGraph';
import { narrow } from '../../network/narrow';
import { acceptsAnySize, inferShapes, nativeSize, nodeOf, planTo } from '../../network/plan';
import { createParameterisation } from './createParameterisation';
import { createObjective, type Objective } from './objective';
import type { Parameterisation } from './parameterisation';

/** All that the steps of a slice share. */
export interface Prepared {
  readonly plan: readonly Node[];
  readonly weights: DeviceWeights;
  readonly objective: Objective;
  readonly parameterisation: Parameterisation;
  readonly preprocessing: Preprocessing;
  /** Side of the square picture. */
  readonly size: number;
  dispose(): void;
}

/**
 * Plans the way to one filter (or, for the `layer` objective, to a whole layer) and sets up objective and parameters.
 * @throws FoveaError for a layer or filter that does not exist and for a size that does not fit
 */
export function prepare(loaded: LoadedGraph, { layer, filter, settings }: AscendSlice): Prepared {
  const { network, weights } = loaded;
  checkFilter(network.graph, layer, filter);
  const size = acceptsAnySize(network.graph, layer) ? settings.size : nativeSide(network.graph, layer);
  const { graph, target } =
    settings.objective === 'layer' ? { graph: network.graph, target: layer } : narrow(network.graph, layer, filter);
  const plan = planTo(graph, target);
  const shape = inferShapes(plan, [size, size]).get(target) ?? [];
  const objective = createObjective(settings.objective, shape, settings.border);
  const parameterisation = createBeside(objective, settings, size, network.preprocessing);
  return {
    plan,
    weights,
    objective,
    parameterisation,
    preprocessing: network.preprocessing,
    size,
    dispose: () => {
      objective.dispose();
      parameterisation.dispose();
      loaded.releaseNarrowed();
    },
  };
}

/** The parameterisation; where it cannot be had, the objective is freed. */
function createBeside(objective: Objective, ...wanted: Parameters<typeof createParameterisation>): Parameterisation {
  try {
    return createParameterisation(...wanted);
  } catch (error) {
    objective.dispose();
    throw error;
  }
}

/** Dense layers fit the network's own input alone, and an ascent's pictures are square. */
function nativeSide(graph: Graph, layer: string): number {
  const [height, width] = nativeSize(graph);
  if (height === width) return height;
  throw new FoveaError(
    `${layer} needs pictures of ${height} × ${width}; those of an ascent are square.`,
    'Choose a layer before the network is flattened.',
  );
}

function checkFilter(graph: Graph, layer: string, filter: number): void {
  const node = nodeOf(graph, layer);
  const channels = inferShapes(planTo(graph, node.name)).get(node.name)?.at(-1) ?? 0;
  if (Number.isInteger(filter) && filter >= 0 && filter < channels) return;
  throw new FoveaError(`${layer} has no filter ${filter}.`, `Choose one from 0 to ${channels - 1}.`);
}
