import { FoveaError } from '../../../shared/errors';
import type { Graph, Weight } from '../graph';
import { ancestors } from '../plan';
import { type GraphDefNode, inputNames, producerOf } from './graphModelSchema';
import { Translation, UncoveredError } from './graphModelTranslation';
import { translateNode } from './graphModelTranslators';
import { giveShortNames } from './shortNames';

/** A graph, and what of the file it does not hold. */
export interface GraphModel {
  readonly graph: Graph;
  /** A sentence where outputs had to be left out. */
  readonly notice?: string;
}

/**
 * The graph of a TensorFlow.js graph model. Constant multiplications and additions behind a convolution (batch
 * normalisation, bias) are folded into it; clip_by_value(relu, 6) becomes ReLU6. An output that needs an operation which no
 * rule covers is left out, and told, where another output is whole: a detector's boxes after their selection, say.
 * @param declared names of the graph's outputs; if none, what nobody reads
 * @throws FoveaError for an operation that no rule covers where no output is whole, with the node's name and type
 */
export function graphModel(
  topology: readonly GraphDefNode[],
  weights: ReadonlyMap<string, Weight>,
  declared: readonly string[] = [],
): GraphModel {
  const consumers = countConsumers(topology, declared);
  const translation = new Translation(weights, consumers);
  const lost = translateAll(topology, translation);
  const whole = () => giveShortNames(translation.nodes, translation.weightPaths);
  if (lost.size === 0) return { graph: whole() };
  const ends = endsOf(topology, declared);
  const isInput = (name: string) => translation.nodes.get(translation.resolve(name))?.kind === 'input';
  const kept = ends.filter((name) => translation.nodes.has(translation.resolve(name)) && !isInput(name));
  const missing = ends.filter((name) => lost.has(producerOf(name)));
  const [first = new FoveaError('The graph has no output.', 'Export the model again.')] =
    missing.length > 0 ? missing.map((name) => lost.get(producerOf(name))) : lost.values();
  if (kept.length === 0) throw first;
  const needed = ancestors(
    translation.nodes,
    kept.map((name) => translation.resolve(name)),
  );
  for (const name of [...translation.nodes.keys()]) if (!needed.has(name)) translation.nodes.delete(name);
  return {
    graph: whole(),
    ...(missing.length > 0 ? { notice: `Without ${missing.join(', ')}: ${first.message}` } : {}),
  };
}

/** Translates all that can be; what cannot, with what reads it, and why. */
function translateAll(topology: readonly GraphDefNode[], to: Translation): ReadonlyMap<string, FoveaError> {
  const lost = new Map<string, FoveaError>();
  for (const node of inputFirst(topology)) {
    const reason = inputNames(node).flatMap((name) => lost.get(producerOf(name)) ?? [])[0];
    if (reason !== undefined) {
      lost.set(node.name, reason);
      continue;
    }
    try {
      translateNode(node, to);
    } catch (error) {
      if (!(error instanceof UncoveredError)) throw error;
      lost.set(node.name, error);
    }
  }
  return lost;
}

/** Topological order puts inputs anywhere; the graph begins with its one. */
function inputFirst(topology: readonly GraphDefNode[]): readonly GraphDefNode[] {
  const [input, second] = topology.filter(({ op }) => op === 'Placeholder');
  if (input === undefined)
    throw new FoveaError('The graph has no input (Placeholder).', 'Export the model again with its input.');
  if (second !== undefined) {
    const why = `${second.name} (${second.op}) cannot be shown: the network has more than one input.`;
    throw new FoveaError(why, 'Export the branch of the network that takes one picture.');
  }
  return [input, ...topology.filter((node) => node !== input)];
}

function countConsumers(topology: readonly GraphDefNode[], declared: readonly string[]): ReadonlyMap<string, number> {
  const consumers = new Map<string, number>();
  const read = [...topology.flatMap(inputNames), ...declared];
  for (const name of read) consumers.set(name, (consumers.get(name) ?? 0) + 1);
  return consumers;
}

/** The declared outputs that the graph has; if it has none of them, the nodes that nobody reads. */
function endsOf(topology: readonly GraphDefNode[], declared: readonly string[]): readonly string[] {
  const names = new Set(topology.map(({ name }) => name));
  const known = declared.filter((name) => names.has(producerOf(name)));
  if (known.length > 0) return known;
  const read = new Set(topology.flatMap((node) => inputNames(node).map(producerOf)));
  return topology.filter(({ name, op }) => !read.has(name) && op !== 'Const' && op !== 'NoOp').map(({ name }) => name);
}
