import { FoveaError } from '../../../shared/errors';
import type { Graph, Node, Weight } from '../graph';
import { ancestors } from '../plan';
import { type GraphDefNode, inputNames, producerOf } from './graphModelSchema';
import { SelectionError, Translation, UncoveredError } from './graphModelTranslation';
import { translateNode } from './graphModelTranslators';
import { inputLabel } from './pictureInput';
import { giveShortNames } from './shortNames';

/** A graph, and what of the file it does not hold. */
export interface GraphModel {
  readonly graph: Graph;
  /** A sentence where outputs had to be left out. */
  readonly notice?: string;
}

/** What a model.json says of its graph beside the graph itself. */
export interface Declared {
  /** Names of the graph's outputs; if none, what nobody reads. */
  readonly outputs?: readonly string[];
  /** Height and width of the pictures, where the graph leaves them open. */
  readonly size?: readonly [number, number];
}

/**
 * The graph of a TensorFlow.js graph model. Constant multiplications and additions behind a convolution (batch
 * normalisation, bias) are folded into it; clip_by_value(relu, 6) becomes ReLU6. An output that needs an operation
 * which no rule covers is left out, and told, where another output is whole, or where that operation chooses among
 * values: of a detector that gives nothing but boxes it has chosen, all layers before the choice are shown.
 * @throws FoveaError for an operation that no rule covers where nothing else is left, with the node's name and type
 */
export function graphModel(
  topology: readonly GraphDefNode[],
  weights: ReadonlyMap<string, Weight>,
  { outputs: declared = [], size }: Declared = {},
): GraphModel {
  const translation = new Translation(weights, countConsumers(topology, declared));
  const lost = translateAll(topology, translation, size);
  const whole = () => giveShortNames(translation.nodes, translation.weightPaths);
  if (lost.size === 0) return { graph: whole() };
  const { nodes } = translation;
  const ends = endsOf(topology, declared);
  const isPicture = ({ kind, label }: Node) => kind === 'input' || label === inputLabel;
  const kept = ends.flatMap((name) => nodes.get(translation.resolve(name)) ?? []).filter((node) => !isPicture(node));
  const missing = ends.filter((name) => lost.has(producerOf(name)));
  const reasons = missing.flatMap((name) => lost.get(producerOf(name)) ?? []);
  const layers = [...nodes.values()].filter(({ parameters }) => parameters > 0);
  const [first = [...lost.values()][0] ?? new FoveaError('The graph has no output.', 'Export the model again.')] =
    reasons;
  const chosen = reasons.length > 0 && reasons.every((reason) => reason instanceof SelectionError);
  if (kept.length === 0 && !(chosen && layers.length > 0)) throw first;
  const needed = ancestors(
    nodes,
    [...kept, ...layers].map(({ name }) => name),
  );
  for (const name of [...nodes.keys()]) if (!needed.has(name)) nodes.delete(name);
  return { graph: whole(), ...(missing.length > 0 ? { notice: noticeOf(missing, lost) } : {}) };
}

/** One sentence a reason, with the outputs that it takes away. */
function noticeOf(missing: readonly string[], lost: ReadonlyMap<string, FoveaError>): string {
  const byReason = new Map<string, string[]>();
  for (const name of missing) {
    const reason = lost.get(producerOf(name))?.message ?? '';
    byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
  }
  return [...byReason].map(([reason, names]) => `Without ${names.join(', ')}: ${reason}`).join(' ');
}

/** Translates all that can be; what cannot, with what reads it, and why. */
function translateAll(
  topology: readonly GraphDefNode[],
  to: Translation,
  size: Declared['size'],
): ReadonlyMap<string, FoveaError> {
  const lost = new Map<string, FoveaError>();
  for (const node of inputFirst(topology)) {
    const reason = inputNames(node).flatMap((name) => lost.get(producerOf(name)) ?? [])[0];
    if (reason !== undefined) {
      lost.set(node.name, reason);
      continue;
    }
    try {
      translateNode(node, to, size);
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
